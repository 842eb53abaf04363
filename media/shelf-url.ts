/** Where pictures are kept. */
export type ShelfPlace =
  | { is: 'disk'; folder: string }
  | {
      is: 's3'
      /** Origin of the service, without a slash at the end. */
      endpoint: string
      bucket: string
      region: string
      /** From the address, where somebody put them there. */
      key: string | null
      secret: string | null
    }

/**
 * Reads `file:` and a folder, or `s3://bucket?endpoint=https://…&region=…`, in which `key` and `secret` may stand too. Null for anything
 * else.
 */
export function readShelfUrl(url: string): ShelfPlace | null {
  if (url.startsWith('file:')) {
    const folder = url.slice('file:'.length)
    return folder === '' ? null : { is: 'disk', folder }
  }
  if (!URL.canParse(url)) return null
  const { protocol, hostname, pathname, port, username, password, searchParams } = new URL(url)
  const endpoint = searchParams.get('endpoint') ?? ''
  const isBare = (pathname === '' || pathname === '/') && port === '' && username === '' && password === ''
  if (protocol !== 's3:' || !isBare || !isBucket(hostname) || !isOrigin(endpoint)) return null
  return {
    is: 's3',
    endpoint: new URL(endpoint).origin,
    bucket: hostname,
    region: searchParams.get('region') || 'us-east-1',
    key: searchParams.get('key') || null,
    secret: searchParams.get('secret') || null,
  }
}

/** As S3 names them. */
function isBucket(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(address)
  return /^https?:$/.test(protocol) && [pathname, search + hash + username + password].join('') === '/'
}

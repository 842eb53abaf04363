/**
 * An address as seen from another, written as RFC 3986 has it: a browser's own way of writing (the URL standard) leaves brackets, bars and
 * loose percent signs in, which an XML schema's `anyURI` and strict readers refuse. One that cannot be read stays as it is.
 */
export function absolute(address: string, base?: string): string {
  if (!URL.canParse(address, base)) return address
  const { href } = new URL(address, base)
  const [, front, rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/.exec(href) ?? []
  return front === undefined ? href : front + strict(rest)
}

/** The same of an address that a browser would open; null for any other, which machines are not to be led to. */
export function webAddress(address: string | null): string | null {
  return address !== null && /^https?:/i.test(address) && URL.canParse(address) ? absolute(address) : null
}

function strict(rest: string): string {
  const [path = '', ...fragments] = rest.split('#')
  return [path, ...(fragments.length > 0 ? [fragments.join('%23')] : [])]
    .join('#')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[[\]|^`{}<>"\\]/g, encodeURIComponent)
}

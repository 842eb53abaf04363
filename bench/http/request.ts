export type Client = 'gzip' | 'brotli'

/** What browsers of the two kinds say they take. */
const accepted: Record<Client, string> = { gzip: 'gzip, deflate', brotli: 'gzip, deflate, br, zstd' }

/** A reader's request, as it goes over the wire. */
export function requestFor(path: string, client: Client, headers: Record<string, string> = {}): string {
  const lines = Object.entries({
    host: 'bench.example',
    'user-agent': 'dibao-bench',
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-language': 'zh-CN,zh;q=0.9',
    'accept-encoding': accepted[client],
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

export type Told = {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** How the page came about: hit, wait or miss. Said by a portal with DIBAO_PAGE_REPORT=1 only. */
  came: string | undefined
}

/** Asks a portal exactly what it is told to, which no browser would: the path goes out as it is written. */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Told> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const came = answer.headers['x-dibao-page']
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
          came: typeof came === 'string' ? came : undefined,
        })
      })
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Sends a portal these bytes and gives back all that it says until it closes. */
export function say(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.from(bytes, 'latin1')))
    let told = ''
    socket.on('data', (part) => {
      told += part.toString('latin1')
    })
    socket.on('close', () => resolve(told))
    socket.on('error', reject)
  })
}

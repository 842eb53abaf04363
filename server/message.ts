import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'

/** A whole answer as it goes over the wire (RFC 9112), head and body in one piece. */
export type Message = {
  bytes: Buffer
  headLength: number
  /** Where its date stands, and the second that it says. */
  dateAt: number
  second: number
}

const exampleDate = new Date(0).toUTCString()

/** Puts an answer together once, so that sending it again is one write. */
export function toMessage(status: number, headers: Record<string, string>, body: Buffer): Message {
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nDate: `
  const lines = [`${start}${exampleDate}`]
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
  lines.push('Connection: keep-alive', `Keep-Alive: timeout=${keepAliveSeconds}`, '', '')
  const head = lines.join('\r\n')
  // Outside of Node's pool: a small answer that is kept would keep the eight kilobytes of its pool with it.
  const bytes = Buffer.allocUnsafeSlow(head.length + body.length)
  bytes.write(head, 'latin1')
  bytes.set(body, head.length)
  return { bytes, headLength: head.length, dateAt: start.length, second: 0 }
}

/** How long a connection waits for another request: Node's own default, which `serve` does not change. */
const keepAliveSeconds = 5

/**
 * Sends an answer in one write, where the connection goes on afterwards and nothing is to be said that the answer does not say already; false
 * where Node has to write it. Node formats and checks every header anew for every answer, and hands head and body to the system in two
 * pieces: half of what a kept page costs. It is told through `_header` and `_headerSent` that the head is out, which its own `end` goes by;
 * a Node that no longer does would write no second head either, and the tests of this file would say so.
 */
export function sendMessage(message: Message, request: IncomingMessage, response: ServerResponse): boolean {
  const { socket } = response
  const isPlain = request.method === 'GET' && request.httpVersion === '1.1' && response.shouldKeepAlive
  if (!isPlain || socket === null || response.getHeaderNames().length > 0) return false
  const second = Math.floor(Date.now() / 1000)
  if (second !== message.second) {
    message.bytes.write(new Date(second * 1000).toUTCString(), message.dateAt, 'latin1')
    message.second = second
  }
  Object.assign(response, { statusCode: 200, _header: sent, _headerSent: true, _hasBody: false })
  socket.write(message.bytes)
  response.end()
  return true
}

/** Stands for a head that was written by other means. */
const sent = '\r\n'

/** The body alone. */
export function bodyOf({ bytes, headLength }: Message): Buffer {
  return bytes.subarray(headLength)
}

import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { bodyOf, sendMessage, toMessage } from './message'

const body = Buffer.from('<p>柳浦港今天开港。</p>')
const message = () =>
  toMessage(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': String(body.length) }, body)

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that says of each answer whether it went out in one write. */
async function listen(): Promise<{ port: number; sent: boolean[] }> {
  const sent: boolean[] = []
  const one = message()
  server = createServer((request, response) => {
    const isSent = sendMessage(one, request, response)
    sent.push(isSent)
    if (!isSent) response.writeHead(200, { 'content-length': body.length }).end(request.method === 'HEAD' ? '' : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, sent }
}

const read = async (answer: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const ask = (port: number, agent: Agent) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, async (answer) =>
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await read(answer) }),
    ).on('error', reject)
  })
/** What comes back for bytes of our own, until the other side closes. */
const exchange = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.setEncoding('utf8').on('data', (part) => {
      said += part
    })
    socket.on('close', () => resolve(said)).on('error', reject)
  })

describe('a message', () => {
  it('is a whole answer, and the same connection asks again and again', async () => {
    const { port, sent } = await listen()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ports = new Set<number>()
    server.on('connection', (socket) => ports.add(socket.remotePort ?? 0))
    for (let count = 0; count < 20; count++) {
      const answer = await ask(port, agent)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(body)
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', connection: 'keep-alive' })
      expect(Math.abs(Date.parse(answer.headers.date ?? '') - Date.now())).toBeLessThan(5000)
    }
    agent.destroy()
    expect([sent.every(Boolean), sent.length, ports.size]).toEqual([true, 20, 1])
  })

  it('waits its turn behind an answer that is still to come on the same connection', async () => {
    const { port } = await listen()
    const line = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
    const said = await exchange(port, `${line}${line}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    expect(said.match(/柳浦港今天开港。/g)).toHaveLength(3)
  })

  it('is left to Node where the connection ends, for HEAD, for HTTP/1.0, and when there is a header more', async () => {
    const { port, sent } = await listen()
    await exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await exchange(port, 'GET / HTTP/1.0\r\n\r\n')
    const head = await exchange(port, 'HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    expect(head.endsWith('\r\n\r\n')).toBe(true)
    expect(sent).toEqual([false, false, false])
  })

  it('gives its body back', () => expect(bodyOf(message())).toEqual(body))
})

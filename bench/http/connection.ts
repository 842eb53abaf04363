import { connect, type Socket } from 'node:net'
import { type Answer, answerReader } from './answer-reader'

/** A kept connection: one request at a time. It opens itself with the first, and again after it was closed between two. */
export type Connection = {
  ask: (request: string | Buffer) => Promise<Answer>
  isFree: () => boolean
  close: () => void
}

/** A request that was sent and got no whole answer. */
export class BrokenAnswer extends Error {
  constructor(
    reason: string,
    /** Whether the other side had taken the connection. */
    readonly wasConnected: boolean,
    /** How much of the answer had come. */
    readonly bytes: number,
    /** Whether an earlier request on this connection had been answered. */
    readonly wasKept: boolean,
  ) {
    super(`${reason} after ${bytes} bytes of an answer`)
  }
}

const patience = 15_000

export function openConnection(port: number): Connection {
  let socket: Socket | null = null
  let connected = false
  let answered = 0
  let waiting: { done: (answer: Answer) => void; broken: (error: BrokenAnswer) => void } | null = null
  let reader = answerReader()

  const lose = (gone: Socket, reason: string) => {
    if (gone !== socket) return
    const lost = waiting
    waiting = null
    socket = null
    lost?.broken(new BrokenAnswer(reason, connected, reader.held(), answered > 0))
  }
  const open = (): Socket => {
    const fresh = connect({ port, host: '127.0.0.1', noDelay: true })
    connected = false
    answered = 0
    reader = answerReader()
    // A server that never answers must not keep whoever measures it waiting for ever.
    fresh.setTimeout(patience, () => fresh.destroy(new Error(`no answer for ${patience / 1000} seconds`)))
    fresh.on('connect', () => {
      connected = true
    })
    fresh.on('data', (chunk: Buffer) => {
      const answer = reader.take(chunk)
      if (!answer) return
      answered++
      const done = waiting?.done
      waiting = null
      if (/^connection: *close/im.test(answer.head)) {
        socket = null
        fresh.end()
      }
      done?.(answer)
    })
    fresh.on('error', (error: NodeJS.ErrnoException) => lose(fresh, error.code ?? error.message))
    fresh.on('close', () => lose(fresh, 'the connection was closed'))
    return fresh
  }

  return {
    isFree: () => waiting === null,
    ask(request) {
      return new Promise((done, broken) => {
        waiting = { done, broken }
        socket ??= open()
        socket.write(request)
      })
    },
    close() {
      const closing = socket
      socket = null
      closing?.destroy()
    },
  }
}

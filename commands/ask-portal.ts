import { Agent as PlainAgent, type ClientRequest, type IncomingMessage, request as askPlainly } from 'node:http'
import { Agent as SecureAgent, request as askSecurely } from 'node:https'
import { encodePath } from '@/newsroom/address'
import type { Answer } from '@/newsroom/promised-answer'

const patience = 30_000

export type Asking = {
  /** What a reader gets at a path, redirects not followed. Throws PortalAway where nothing listens. */
  ask: (path: string) => Promise<Answer>
  close: () => void
}

/** Nobody answers at an origin. */
export class PortalAway extends Error {
  constructor(origin: string) {
    super(`No portal answers at ${origin}; start it with npm start, or name another with --origin URL.`)
    this.name = 'PortalAway'
  }
}

/** Asks a running portal as readers do, over connections that are kept. The path is sent as it is: `fetch` would tidy it up first. */
export function askPortal(origin: string, { connections }: { connections: number }): Asking {
  const { protocol, hostname, port } = new URL(origin)
  const isSecure = protocol === 'https:'
  const agent = new (isSecure ? SecureAgent : PlainAgent)({ keepAlive: true, maxSockets: connections })
  const target = { agent, protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, timeout: patience }

  return { ask: (path) => once(path).catch((error) => again(path, error)), close: () => agent.destroy() }

  /** A kept connection may end as it is used again; that is nobody's answer. */
  async function again(path: string, first: unknown): Promise<Answer> {
    if (isAway(first)) throw new PortalAway(origin)
    return once(path).catch((error) => {
      if (isAway(error)) throw new PortalAway(origin)
      return { status: 0, location: null }
    })
  }

  function once(path: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Packed answers are what the portal keeps ready.
      const options = { ...target, path: encodePath(path), headers: { 'accept-encoding': 'br, gzip' } }
      const asked: ClientRequest = (isSecure ? askSecurely : askPlainly)(options, (response: IncomingMessage) => {
        response.once('error', reject)
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null }),
        )
        response.resume()
      })
      asked.once('timeout', () => asked.destroy(new Error('no answer in time')))
      asked.once('error', reject)
      asked.end()
    })
  }
}

function isAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(String(code))
}

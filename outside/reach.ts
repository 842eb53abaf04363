import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Refusal } from '@/newsroom/refusal'
import { isPublicAddress } from './public-address'

export type Resolved = { address: string; family: number }

/** How far a fetch may go. */
export type Reach = {
  ports: readonly number[]
  /** Whether an IP address may be connected to. */
  mayReach: (address: string) => boolean
  /** All addresses of a name. Rejects where there is none. */
  lookup: (host: string) => Promise<Resolved[]>
}

/** The internet, at the ports of the web. */
export const internet: Reach = {
  ports: [80, 443],
  mayReach: isPublicAddress,
  lookup: (host) => lookup(host, { all: true }),
}

/**
 * The addresses of a host, itself where it is one, and every one of them checked: a name that leads here by one of its answers is not trusted for the others. Throws a
 * Refusal for what leads nowhere or to where nobody may go, and what the deadline says when that comes first.
 */
export async function resolveHost(
  host: string,
  { lookup, mayReach }: Reach,
  deadline: AbortSignal,
): Promise<Resolved[]> {
  const literal = host.replace(/^\[|\]$/g, '')
  const family = isIP(literal)
  const resolved =
    family === 0
      ? await Promise.race([lookup(host).catch(() => []), aborted(deadline)])
      : [{ address: literal, family }]
  if (resolved.length === 0) throw new Refusal('outside-unreached', { host })
  if (!resolved.every(({ address }) => mayReach(address))) throw new Refusal('outside-private', { host })
  return resolved
}

/** A resolver cannot be called back: it is left to itself. */
function aborted(deadline: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (deadline.aborted) reject(deadline.reason)
    else deadline.addEventListener('abort', () => reject(deadline.reason), { once: true })
  })
}

import { internet, type Reach } from './reach'

/**
 * How far a fetch of an address may go: the internet, or, for an address on the one host and port of a trial, that host and port and nothing
 * else. Neither leads to the other: a redirect from one to the other is refused.
 */
export function reachFor(address: string, trial: { host: string; port: number } | null): Reach {
  if (!trial || !URL.canParse(address)) return internet
  const { protocol, hostname, port } = new URL(address)
  if (protocol !== 'http:' || hostname !== trial.host || port !== String(trial.port)) return internet
  return { ports: [trial.port], mayReach: (host) => host === trial.host, lookup: async () => [] }
}

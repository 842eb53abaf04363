import { Refusal } from '@/newsroom/refusal'
import type { Reach } from './reach'

/**
 * Reads an address that is to be fetched; one that a redirect gives is read from where it stood. An IP address in any spelling becomes the
 * one it means, since the URL standard reads `0x7f.1` and `2130706433` as browsers do. Throws a Refusal for what must not be asked; where the
 * host leads is looked at when it is resolved.
 */
export function readTarget(address: string, { ports }: Pick<Reach, 'ports'>, from?: URL): URL {
  if (!URL.canParse(address, from)) throw new Refusal('address-shape', { address })
  const url = new URL(address, from)
  const standardPort = standardPorts[url.protocol]
  if (standardPort === undefined) throw new Refusal('outside-scheme', { scheme: url.protocol.slice(0, -1) })
  if (url.username !== '' || url.password !== '') throw new Refusal('outside-login', { host: url.hostname })
  const port = url.port === '' ? standardPort : Number(url.port)
  if (!ports.includes(port)) throw new Refusal('outside-port', { port })
  if (from?.protocol === 'https:' && url.protocol === 'http:')
    throw new Refusal('outside-downgrade', { host: url.hostname })
  return url
}

const standardPorts: Record<string, number> = { 'http:': 80, 'https:': 443 }

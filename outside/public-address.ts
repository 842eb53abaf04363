import { BlockList, isIP } from 'node:net'

/**
 * Whether an IP address, as a resolver writes it, is one that the whole internet shares. Everything that has a meaning only here, on this
 * machine, in this network or in a document, is not; nor is what carries such an address inside; nor is what is no IP address at all.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  // A zone says which of this machine's own lines to use: no address of the internet has one.
  if (family !== 6 || address.includes('%')) return false
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** All of IPv6 that was ever given out to the world (RFC 4291 §2.4); mapped, NAT64, local and multicast addresses lie outside it. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/** The registries of special-purpose addresses (RFC 6890 and what followed it), and one address that a cloud made special. */
const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier's NAT
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure answers its machines here
  ['169.254.0.0', 16], // link-local, where clouds keep their secrets
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast tunnels
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const)
  special.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4 carries an IPv4 address
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
] as const)
  special.addSubnet(network, bits, 'ipv6')

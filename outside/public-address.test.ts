import { describe, expect, it } from 'vitest'
import { Refusal } from '@/newsroom/refusal'
import { isPublicAddress } from './public-address'
import { internet, type Reach, resolveHost } from './reach'
import { readTarget } from './read-target'

/** The internet, where every name leads to one public address. */
const named: Reach = { ...internet, lookup: async () => [{ address: '8.8.8.8', family: 4 }] }

/** The host that a browser, and we, would ask for it; or the reason why nobody asks. */
const outcomeOf = async (host: string) => {
  try {
    const { hostname } = readTarget(`http://${host}/`, named)
    await resolveHost(hostname, named, new AbortController().signal)
    return hostname
  } catch (error) {
    return error instanceof Refusal ? error.reason : String(error)
  }
}

describe('an address that is not the internet’s is refused', () => {
  it.each([
    // Loopback, in every spelling.
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.255.254',
    '2130706433',
    '017700000001',
    '0x7f000001',
    '0x7f.0x0.0x0.0x1',
    '0177.0.0.1',
    '0x7f.1',
    '127.0.0.1.',
    '１２７.０.０.１',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '%31%32%37.0.0.1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0000::0001]',
    // Nothing in particular.
    '0.0.0.0',
    '0',
    '0x0',
    '0.1.2.3',
    '[::]',
    // Private networks.
    '10.0.0.1',
    '10.255.255.255',
    '167772161',
    '012.0.0.1',
    '0xa.1',
    '172.16.0.1',
    '172.31.255.255',
    '0xac100001',
    '192.168.0.1',
    '192.168.257',
    '3232235521',
    '[fc00::1]',
    '[fd12:3456:789a::1]',
    '[fd00:ec2::254]',
    // Link-local, and what clouds keep there.
    '169.254.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '169.254.43518',
    '[fe80::1]',
    '[febf::1]',
    // Between a carrier and its customers, and a cloud's own.
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.255',
    '168.63.129.16',
    // Site-local.
    '[fec0::1]',
    '[feff::1]',
    // Multicast, broadcast, reserved.
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '4294967295',
    '[ff02::1]',
    '[ff0e::1]',
    // Documentation, benchmarks, protocols.
    '192.0.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '198.19.255.255',
    '192.88.99.1',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '[2001:db8::1]',
    '[3fff::1]',
    '[2001:2::1]',
    '[2001:10::1]',
    '[2001:20::1]',
    '[2620:4f:8000::1]',
    '[100::1]',
    '[5f00::1]',
    '[4000::1]',
    '[1::1]',
    // IPv4 inside IPv6: mapped, translated, compatible, NAT64, 6to4, Teredo. A public one inside is refused too.
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:169.254.169.254]',
    '[0:0:0:0:0:ffff:10.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::ffff:0:127.0.0.1]',
    '[::127.0.0.1]',
    '[::8.8.8.8]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::8.8.8.8]',
    '[64:ff9b:1::1]',
    '[64:ff9b:1:ffff::a00:1]',
    '[2002:7f00:1::]',
    '[2002:a00:1::1]',
    '[2002:808:808::1]',
    '[2001::1]',
    '[2001:0:4136:e378:8000:63bf:3fff:fdd2]',
  ])('%s', async (host) => expect(await outcomeOf(host)).toBe('outside-private'))

  it.each([
    '[fe80::1%25eth0]',
    '[fe80::1%eth0]',
    '256.0.0.1',
    '1.2.3.4.5',
    '0x100000000',
    '4294967296',
    '[::1',
    '[]',
    '',
  ])('no address can be written as %j', async (host) => expect(await outcomeOf(host)).toBe('address-shape'))
})

describe('an address of the internet is asked for, in the one spelling it has', () => {
  it.each([
    ['8.8.8.8', '8.8.8.8'],
    ['134744072', '8.8.8.8'],
    ['0x08.8.010.8', '8.8.8.8'],
    ['9.255.255.255', '9.255.255.255'],
    ['11.0.0.0', '11.0.0.0'],
    ['100.63.255.255', '100.63.255.255'],
    ['100.128.0.0', '100.128.0.0'],
    ['126.255.255.255', '126.255.255.255'],
    ['128.0.0.1', '128.0.0.1'],
    ['168.63.129.17', '168.63.129.17'],
    ['169.253.255.255', '169.253.255.255'],
    ['172.15.255.255', '172.15.255.255'],
    ['172.32.0.0', '172.32.0.0'],
    ['192.167.255.255', '192.167.255.255'],
    ['198.17.255.255', '198.17.255.255'],
    ['223.255.255.255', '223.255.255.255'],
    ['[2400:3200::1]', '[2400:3200::1]'],
    ['[2001:200::1]', '[2001:200::1]'],
    ['[2606:4700:0:0::1111]', '[2606:4700::1111]'],
    ['[2003::1]', '[2003::1]'],
    ['tangzhou.example', 'tangzhou.example'],
    ['棠州.example', 'xn--6rtx8v.example'],
  ])('%s is %s', async (host, spelling) => expect(await outcomeOf(host)).toBe(spelling))
})

describe('what a resolver answers', () => {
  it.each([
    '',
    'localhost',
    'fe80::1%eth0',
    '2400:3200::1%1',
    '127.1',
    '0x7f.1',
    ' 8.8.8.8',
    '::ffff:8.8.8.8',
    '[2400:3200::1]',
  ])('is trusted only as a plain public address, not as %j', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each(['8.8.8.8', '2400:3200::1'])('may be %s', (address) => expect(isPublicAddress(address)).toBe(true))
})

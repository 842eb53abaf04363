import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Server as NetServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fetchOutside, type Wanted } from './fetch-outside'
import { isPublicAddress } from './public-address'
import { internet, type Reach } from './reach'
import { readTarget } from './read-target'

const wanted: Wanted = { accept: 'image/*', mostBytes: 10_000, milliseconds: 5000 }
const refusal = (reason: string, details?: Record<string, string | number>) =>
  expect.objectContaining({ name: 'Refusal', reason, ...(details && { details: expect.objectContaining(details) }) })

/** 127.0.0.1 plays a machine outside, which these tests may reach as if it were public. 127.0.0.2 is inside, as everywhere. */
let answer: RequestListener
let asked: string[] = []
let outside: Server
let inside: Server
let port = 0
const reached: string[] = []

beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  port = await listen(outside, 0, '127.0.0.1')
  inside = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.end('what only this network may know')
  })
  // Not every system lends out this address; nobody listening there proves less, and hurts nobody.
  await listen(inside, port, '127.0.0.2').catch(() => {})
})
afterEach(() => {
  asked = []
  expect(reached).toEqual([])
})
afterAll(() => {
  for (const server of [outside, inside]) {
    server.closeAllConnections()
    server.close()
  }
})

const reach = (names: Record<string, string[]> = {}): Reach => ({
  ports: [80, 443, port],
  mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
  lookup: async (host) => (names[host] ?? []).map((address) => ({ address, family: 4 })),
})
const fetchFrom = (path: string, names: Record<string, string[]> = { 'wire.example': ['127.0.0.1'] }, over = {}) =>
  fetchOutside(
    path.startsWith('http') ? path : `http://wire.example:${port}${path}`,
    { ...wanted, ...over },
    reach(names),
  )

describe('a page of the internet', () => {
  it('is fetched whole, with where it was found and what it says it is', async () => {
    answer = (request, response) => {
      expect(request.headers).toMatchObject({
        accept: 'image/*',
        'accept-encoding': 'identity',
        host: `wire.example:${port}`,
      })
      expect(Object.keys(request.headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ])
      response.setHeader('content-type', 'Image/PNG; name="x"').end('bytes')
    }
    expect(await fetchFrom('/a.png#part')).toEqual({
      address: `http://wire.example:${port}/a.png#part`,
      type: 'image/png',
      bytes: Buffer.from('bytes'),
    })
  })
  it('may lead on, by path, by host, and five times', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `${left - 1}` }).end('never read')
      else response.end('there')
    }
    expect(await fetchFrom('/5')).toMatchObject({ address: `http://wire.example:${port}/0`, type: '' })
    await expect(fetchFrom('/6')).rejects.toEqual(refusal('outside-redirects', { most: 5 }))
  })
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('is unpacked where it comes packed as %s though nobody asked for that', async (packing, pack) => {
    answer = (_request, response) => response.setHeader('content-encoding', packing).end(pack(Buffer.from('新闻')))
    expect((await fetchFrom('/')).bytes.toString()).toBe('新闻')
  })
  it('is refused packed in a way nobody knows', async () => {
    answer = (_request, response) => response.setHeader('content-encoding', 'zstd, gzip').end('x')
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-packing', { packing: 'zstd, gzip' }))
  })
  it.each([204, 206, 304, 400, 401, 404, 407, 500])('that answers %i is none', async (status) => {
    answer = (_request, response) => response.writeHead(status).end()
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-status', { status }))
  })
  it('that leads on without saying where is none', async () => {
    answer = (_request, response) => response.writeHead(302).end()
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-status', { status: 302 }))
  })
})

describe('what is sent to the internet', () => {
  const post = { type: 'text/plain', body: '新闻\n', statuses: [200, 202] }
  it('arrives whole, and is taken where the answer says so', async () => {
    const sent: unknown[] = []
    answer = (request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        sent.push([request.method, request.headers['content-type'], request.headers['content-length'], body])
        response.writeHead(202).end('later')
      })
    }
    expect((await fetchFrom('/urls', undefined, { post })).bytes.toString()).toBe('later')
    expect(sent).toEqual([['POST', 'text/plain', '7', '新闻\n']])
  })
  it.each([301, 307, 308, 400, 403, 429, 503])('goes no further on a %i', async (status) => {
    answer = (_request, response) => response.writeHead(status, { location: '/elsewhere' }).end()
    await expect(fetchFrom('/urls', undefined, { post })).rejects.toEqual(refusal('outside-status', { status }))
    expect(asked).toEqual(['/urls'])
  })
  it('is not sent inside either', async () => {
    await expect(fetchFrom('/', { 'wire.example': ['127.0.0.2'] }, { post })).rejects.toEqual(
      refusal('outside-private'),
    )
  })
})

describe('a proxy that the environment names', () => {
  afterEach(() => {
    delete process.env.http_proxy
    delete process.env.NODE_USE_ENV_PROXY
  })
  it('is not used: who would check where it leads?', async () => {
    Object.assign(process.env, { http_proxy: `http://127.0.0.2:${port}`, NODE_USE_ENV_PROXY: '1' })
    answer = (_request, response) => response.end('outside')
    expect((await fetchFrom('/')).bytes.toString()).toBe('outside')
  })
})

describe('an address that must not be asked', () => {
  it.each([
    ['ftp://wire.example/a', 'outside-scheme'],
    ['file:///etc/passwd', 'outside-scheme'],
    ['data:text/plain,x', 'outside-scheme'],
    ['gopher://127.0.0.2:80/x', 'outside-scheme'],
    ['javascript:alert(1)', 'outside-scheme'],
    ['http://name@wire.example/', 'outside-login'],
    ['http://:secret@wire.example/', 'outside-login'],
    ['http://wire.example:22/', 'outside-port'],
    ['http://wire.example:8080/', 'outside-port'],
    ['https://wire.example:6379/', 'outside-port'],
    ['http://wire.example:0/', 'outside-port'],
    ['/a.png', 'address-shape'],
    ['//wire.example/a', 'address-shape'],
    ['wire.example', 'address-shape'],
    ['http://', 'address-shape'],
    ['', 'address-shape'],
    ['http://[::ffff:127.0.0.2]/', 'outside-private'],
  ])('%s is refused: %s', async (address, reason) => {
    await expect(fetchOutside(address, wanted)).rejects.toEqual(refusal(reason))
  })
  it('is refused at the door of the real internet too: its name leads here', async () => {
    await expect(fetchOutside('http://localhost/', wanted)).rejects.toEqual(refusal('outside-private'))
    expect(internet.ports).toEqual([80, 443])
  })
})

describe('a name', () => {
  it('that leads inside is refused', async () => {
    await expect(fetchFrom('/', { 'wire.example': ['127.0.0.2'] })).rejects.toEqual(refusal('outside-private'))
    expect(asked).toEqual([])
  })
  it('that leads inside by one of its answers only is refused for all of them', async () => {
    for (const answers of [
      ['127.0.0.1', '127.0.0.2'],
      ['10.0.0.1', '127.0.0.1'],
    ])
      await expect(fetchFrom('/', { 'wire.example': answers })).rejects.toEqual(refusal('outside-private'))
    expect(asked).toEqual([])
  })
  it('that leads nowhere is not reached', async () => {
    await expect(fetchFrom('/', {})).rejects.toEqual(refusal('outside-unreached', { host: 'wire.example' }))
    await expect(
      fetchOutside(`http://wire.example:${port}/`, wanted, {
        ...reach(),
        lookup: () => Promise.reject(new Error('ENOTFOUND')),
      }),
    ).rejects.toEqual(refusal('outside-unreached'))
  })
  it('that means something else the second time is asked only once', async () => {
    let times = 0
    const rebinding: Reach = {
      ...reach(),
      lookup: async () => [{ address: ++times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    }
    answer = (_request, response) => response.end('outside')
    const { bytes } = await fetchOutside(`http://wire.example:${port}/`, wanted, rebinding)
    expect(bytes.toString()).toBe('outside')
    expect(times).toBe(1)
  })
  it('that means something else after a redirect is refused there', async () => {
    let times = 0
    const rebinding: Reach = {
      ...reach(),
      lookup: async () => [{ address: ++times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    }
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
    await expect(fetchOutside(`http://wire.example:${port}/`, wanted, rebinding)).rejects.toEqual(
      refusal('outside-private'),
    )
  })
  it('that takes its time is not waited for', async () => {
    const slow: Reach = { ...reach(), lookup: () => new Promise(() => {}) }
    await expect(fetchOutside(`http://wire.example:${port}/`, { ...wanted, milliseconds: 50 }, slow)).rejects.toEqual(
      refusal('outside-slow', { seconds: 1 }),
    )
  })
})

describe('a redirect', () => {
  it.each([
    ['http://127.0.0.2/', 'outside-private'],
    ['http://169.254.169.254/latest/meta-data/', 'outside-private'],
    ['http://2130706434/', 'outside-private'],
    ['http://[::1]/', 'outside-private'],
    ['//10.0.0.1/', 'outside-private'],
    ['http://inside.example/', 'outside-private'],
    ['file:///etc/passwd', 'outside-scheme'],
    ['ftp://wire.example/', 'outside-scheme'],
    ['http://wire.example:22/', 'outside-port'],
    ['http://a:b@wire.example/', 'outside-login'],
    ['http://', 'address-shape'],
  ])('to %s is refused: %s', async (location, reason) => {
    answer = (_request, response) => response.writeHead(301, { location }).end()
    const names = { 'wire.example': ['127.0.0.1'], 'inside.example': ['192.168.1.1'] }
    await expect(fetchFrom('/', names)).rejects.toEqual(refusal(reason))
    expect(asked).toEqual(['/'])
  })
  it('from https to http is refused, and to anywhere else is not', () => {
    const from = (address: string, location: string) => readTarget(location, internet, new URL(address)).href
    expect(() => from('https://wire.example/a', 'http://wire.example/a')).toThrow(refusal('outside-downgrade'))
    expect(from('https://wire.example/a', '//other.example/b')).toBe('https://other.example/b')
    expect(from('http://wire.example/a', 'http://other.example/b')).toBe('http://other.example/b')
    expect(from('http://wire.example/a', 'https://wire.example/a')).toBe('https://wire.example/a')
  })
})

describe('a machine outside that means harm', () => {
  it('says at once that it sends too much: not a byte is read', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-length': 10_001 }).write('x')
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-large', { most: 1 }))
  })
  it('sends without end: it is cut off', async () => {
    let sent = 0
    const gone = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(4096))) sent += 4096
        }
        response.on('drain', more).on('close', resolve)
        more()
      }
    })
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-large'))
    await gone
    expect(sent).toBeLessThan(20_000_000)
  })
  it('sends a little that unpacks to very much: it is counted unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(60_000)
    answer = (_request, response) => response.setHeader('content-encoding', 'gzip').end(bomb)
    const before = process.memoryUsage().arrayBuffers
    await expect(fetchFrom('/', undefined, { mostBytes: 100_000 })).rejects.toEqual(refusal('outside-large'))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })
  it('sends a drop at a time: the whole has its time, not each drop', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    }
    const began = performance.now()
    await expect(fetchFrom('/', undefined, { milliseconds: 300 })).rejects.toEqual(refusal('outside-slow'))
    expect(performance.now() - began).toBeLessThan(2000)
  })
  it('says nothing at all', async () => {
    answer = () => {}
    await expect(fetchFrom('/', undefined, { milliseconds: 200 })).rejects.toEqual(refusal('outside-slow'))
  })
  it('leads on, each time a little later', async () => {
    answer = (_request, response) =>
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120) as unknown as undefined
    await expect(fetchFrom('/', undefined, { milliseconds: 300 })).rejects.toEqual(refusal('outside-slow'))
  })
  it('sends less than it said', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half')
      setTimeout(() => response.destroy(), 20)
    }
    await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-cut', { host: 'wire.example' }))
  })
  it('sends half of what it packed, or what was never packed', async () => {
    for (const bytes of [gzipSync(Buffer.alloc(5000, 'abc')).subarray(0, 30), Buffer.from('plain')]) {
      answer = (_request, response) => response.setHeader('content-encoding', 'gzip').end(bytes)
      await expect(fetchFrom('/')).rejects.toEqual(refusal('outside-cut'))
    }
  })
})

describe('a machine outside that speaks no HTTP', () => {
  let server: NetServer
  let saying = ''
  let there = 0
  beforeAll(async () => {
    server = createNetServer((socket) => {
      socket.on('error', () => {})
      socket.end(saying)
    })
    there = await listen(server, 0, '127.0.0.1')
  })
  afterAll(() => server.close())
  it.each([
    ['nothing', ''],
    ['a greeting', '220 mail.example ESMTP\r\n'],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-'],
    ['a head without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('but %s is not reached', async (_what, said) => {
    saying = said
    await expect(fetchOutside(`http://127.0.0.1:${there}/`, wanted, { ...reach(), ports: [there] })).rejects.toEqual(
      refusal('outside-unreached'),
    )
  })
  it('is not reached either where nobody listens', async () => {
    await expect(fetchOutside('http://127.0.0.1:9/', wanted, { ...reach(), ports: [9] })).rejects.toEqual(
      refusal('outside-unreached'),
    )
  })
})

function listen(server: Server | NetServer, at: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at, host, () => resolve((server.address() as AddressInfo).port))
  })
}

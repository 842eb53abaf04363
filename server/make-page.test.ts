import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dependOn, pageContext } from '@/portal/page-context'
import { answerRequest } from './answer-request'
import { pageMaker } from './make-page'
import { openPress } from './press'
import { type Handle, renderPage } from './render-page'

const oldAddresses = vi.hoisted(() => new Set<string>())
vi.mock('@/portal/has-address', () => ({ hasAddress: async (path: string) => oldAddresses.has(path) }))

/** A newspaper of two pages; what else is asked for is missing, as Next says it. */
let asked: { url: string; headers: IncomingMessage['headers']; method: string }[] = []
const newspaper: Handle = async (given, response) => {
  const url = given.url ?? ''
  asked.push({ url, headers: { ...given.headers }, method: given.method ?? '' })
  const page = pageContext()
  dependOn('site', `address:${url}`)
  if (url === '/broken.html') throw new Error('the store is away')
  if (url === '/accident.html') return void response.writeHead(500).end('secret')
  if (url === '/moved.html' && page) Object.assign(page, { status: 301, location: '/a.html' })
  const isThere = ['/', '/a.html', '/moved.html', ...oldAddresses].includes(url)
  if (!isThere && page) page.status = 404
  response.setHeader('set-cookie', ['a=b', 'c=d'])
  response.setHeader('vary', 'rsc, next-router-state-tree')
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' })
  response.write('<html lang="zh"><head><script src="/_next/a.js"></script></head>')
  response.end(`<body><a href="/a.html">${isThere ? url : '查无此页'}</a></body></html>`)
}

let server: Server
beforeEach(async () => {
  asked = []
  oldAddresses.clear()
  const press = openPress({ make: pageMaker(newspaper), isCurrent: () => true, bound: 1e8, reports: true })
  server = createServer(answerRequest({ handle: newspaper, press, assets: new Set(['/favicon.svg']) }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  vi.restoreAllMocks()
})

const ask = (path: string, { headers = {}, method = 'GET' } = {}) =>
  new Promise<{ status: number; came: unknown; headers: IncomingMessage['headers']; body: string }>(
    (resolve, reject) => {
      const { port } = server.address() as AddressInfo
      request({ port, path, headers, method, host: '127.0.0.1', agent: false }, (answer) => {
        let body = ''
        answer.on('data', (part) => {
          body += part
        })
        answer.on('end', () => {
          const came = answer.headers['x-dibao-page']
          resolve({ status: answer.statusCode ?? 0, came, headers: answer.headers, body })
        })
      })
        .on('error', reject)
        .end()
    },
  )

describe('a page', () => {
  it('is slim, carries no cookie, and varies with nothing but its packing', async () => {
    const { body, headers } = await ask('/a.html')
    expect(body).toBe('<html lang="zh"><head></head><body><a href="/a.html">/a.html</a></body></html>')
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers.vary).toBe('accept-encoding')
  })

  it('is made without a word of what the reader said', async () => {
    const headers = {
      cookie: 'session=1',
      rsc: '1',
      'next-action': 'x',
      'next-router-prefetch': '1',
      'x-forwarded-host': 'evil.example',
      'accept-language': 'en',
      'x-middleware-subrequest': 'x',
      purpose: 'prefetch',
      host: 'evil.example',
    }
    await ask('/a.html?utm_source=x&_rsc=1', { headers, method: 'HEAD' })
    expect(asked).toEqual([{ url: '/a.html', headers: { host: 'localhost' }, method: 'GET' }])
    expect((await ask('/a.html')).came).toBe('hit')
  })

  it('that led elsewhere says where, without a body', async () => {
    expect(await ask('/moved.html')).toMatchObject({ status: 301, headers: { location: '/a.html' }, body: '' })
    expect(await ask('/large/moved.html')).toMatchObject({
      status: 301,
      headers: { location: '/large/a.html' },
      body: '',
    })
  })

  it.each(['/broken.html', '/accident.html', '/large/accident.html', '/large/broken.html'])(
    'that could not be made (%s) is an accident that says nothing, is kept by nobody, and is tried again',
    async (path) => {
      vi.spyOn(console, 'error').mockImplementation(() => {})
      for (let count = 1; count <= 2; count++) {
        const { status, body, headers } = await ask(path)
        expect(status).toBe(500)
        expect(body).not.toContain('secret')
        expect(headers['cache-control']).toBe('no-store')
        expect(asked).toHaveLength(count)
      }
    },
  )
})

describe('a page in large print', () => {
  it('is made from the plain one, which is kept as well', async () => {
    expect((await ask('/large/a.html')).body).toBe(
      '<html lang="zh" data-size="large"><head></head><body><a href="/large/a.html">/a.html</a></body></html>',
    )
    expect((await ask('/a.html')).came).toBe('hit')
    expect(asked.map(({ url }) => url)).toEqual(['/a.html'])
  })

  it('cannot be spoiled by who asks for large print of large print first', async () => {
    for (const path of ['/large/large/', '/large/large', '/large/large/a.html'])
      expect((await ask(path)).status).toBe(404)
    expect((await ask('/large/')).status).toBe(200)
    expect((await ask('/large')).status).toBe(200)
    expect((await ask('/large/a.html')).status).toBe(200)
  })

  it.each(['/large/admin', '/large/admin/sign-in', '/large/api/v1/x', '/large/readyz', '/large/favicon.svg'])(
    'is not to be had of what is no page: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
      expect(asked.map(({ url }) => url)).toEqual([path])
    },
  )

  it('gives way to a page of the old site that stood at its address', async () => {
    oldAddresses.add('/large/2021/01/01/a.html').add('/large/').add('/large/large/')
    for (const path of oldAddresses) {
      const { status, body } = await ask(path)
      expect(status).toBe(200)
      expect(body).not.toContain('data-size')
      expect(body).toContain(`>${path}<`)
    }
  })
})

describe('whatever way a page is written', () => {
  const written = async (write: Handle) => {
    const { status, headers, body } = await renderPage(write, '/x')
    return { status, headers, body: body.toString('utf8') }
  }

  it('it is taken whole', async () => {
    expect(
      await written(async (_given, response) => {
        response.writeHead(203, 'Fine', { 'X-One': '1', 'x-many': ['a', 'b'] })
        response.write('新')
        response.write(Buffer.from('闻'), () => response.write('e9', 'latin1', () => response.end('w6k=', 'base64')))
      }),
    ).toEqual({ status: 203, headers: { 'x-one': '1', 'x-many': 'a,b' }, body: '新闻e9é' })
    expect(
      await written(async (_given, response) => void response.writeHead(404, ['x-one', '1', 'x-two', '2']).end()),
    ).toEqual({ status: 404, headers: { 'x-one': '1', 'x-two': '2' }, body: '' })
  })

  it('it is taken from a stream, after whoever wrote it has gone', async () => {
    const parts = Array.from({ length: 200 }, (_, number) => `${number},`.repeat(500))
    const { body } = await written(async (_given, response) => void Readable.from(parts).pipe(response))
    expect(body).toBe(parts.join(''))
  })

  it('those who wait for its end hear of it', async () => {
    const heard: string[] = []
    await written(async (_given, response) => {
      for (const event of ['finish', 'close']) response.on(event, () => heard.push(event))
      response.end(() => heard.push('callback'))
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard.sort()).toEqual(['callback', 'close', 'finish'])
  })

  it('two that are made at the same time know nothing of each other', async () => {
    const slow: Handle = async ({ url }, response) => {
      dependOn(`address:${url}`)
      await new Promise((resolve) => setTimeout(resolve, url === '/1' ? 20 : 5))
      dependOn(`article:${Number(url?.slice(1))}`)
      response.end(pageContext()?.path)
    }
    const [one, two] = await Promise.all([renderPage(slow, '/1'), renderPage(slow, '/2?after=5')])
    expect([one.depends, one.body.toString()]).toEqual([['address:/1', 'article:1'], '/1'])
    expect(two.body.toString()).toBe('/2')
  })
})

import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '@/newsroom/identity'
import { bestPacker } from './best-packer'
import { decode, type Encoding } from './encodings'
import { bodyOf } from './message'
import { addPacking, contentOf, dropPacking, nameInHeader, type Page, sendPage, toPage } from './page'

const body = Buffer.from(`<!DOCTYPE html><p>${'砚江三桥今晨合龙。'.repeat(200)}</p>`)
const rendered = (more: Partial<Parameters<typeof toPage>[0]> = {}) =>
  toPage({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
    depends: ['site', 'article:7'],
    ...more,
  })

let server: Server
let page: Page
beforeAll(async () => {
  server = createServer((asked, answer) => sendPage(page, asked, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
const ask = (headers: Record<string, string | string[]> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, host: '127.0.0.1', method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('a page that is sent', () => {
  it('is the same whatever packs it, with a tag for each packing', async () => {
    page = rendered()
    const tags = new Set<string | undefined>()
    for (const encoding of ['identity', 'gzip', 'br', 'identity'] as const) {
      const answer = await ask({ 'accept-encoding': encoding })
      expect(answer.status).toBe(200)
      expect(answer.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
      expect(answer.headers['content-length']).toBe(String(answer.body.length))
      expect(answer.headers.vary).toBe('accept-encoding')
      expect(decode(answer.body, encoding).equals(body)).toBe(true)
      expect(answer.headers.etag).toMatch(/^"[\w-]+"$/)
      tags.add(answer.headers.etag)
    }
    expect(tags.size).toBe(3)
  })

  it('gets another tag when it is packed better', async () => {
    page = rendered()
    const before = await ask({ 'accept-encoding': 'br' })
    await new Promise<void>((resolve) => bestPacker().pack(page, resolve))
    const after = await ask({ 'accept-encoding': 'br' })
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(decode(after.body, 'br').equals(body)).toBe(true)
    expect((await ask({ 'accept-encoding': 'br', 'if-none-match': before.headers.etag ?? '' })).status).toBe(304)
  })

  it('says the same to HEAD, without the body', async () => {
    page = rendered()
    for (const encoding of ['br', 'gzip', 'identity']) {
      const got = await ask({ 'accept-encoding': encoding })
      const told = await ask({ 'accept-encoding': encoding }, 'HEAD')
      expect(told.body).toHaveLength(0)
      expect({ ...told.headers, date: '' }).toEqual({ ...got.headers, date: '' })
    }
  })

  it('carries no cookie, and the names by which it can be dropped', async () => {
    page = rendered({ headers: { 'content-type': 'text/html', 'set-cookie': 'a=b', link: '</x.js>; rel=preload' } })
    const { headers } = await ask()
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('link')
    expect(headers['surrogate-key']).toBe('site article:7')
    expect(headers['cache-tag']).toBe('site,article:7')
  })

  it('has no more headers than a proxy takes, however long its address is', async () => {
    const long = `/${'北'.repeat(200)}`
    const depends: Identity[] = [long, `${long}/`, `${long}.html`].map((path) => `address:${path}` as const)
    page = rendered({ status: 404, depends })
    const { status, headers } = await ask()
    expect(status).toBe(404)
    expect(JSON.stringify(headers).length).toBeLessThan(4000)
  })

  it('is kept by nobody when it is an accident', async () => {
    page = rendered({ status: 500, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
    expect((await ask()).headers['cache-control']).toBe('no-store')
  })

  it('is asked for again each time, unless it is a file of the build', async () => {
    page = rendered({ headers: { 'content-type': 'text/html', 'cache-control': 'private, no-store' } })
    expect((await ask()).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const immutable = 'public, max-age=31536000, immutable'
    page = rendered({ headers: { 'content-type': 'text/css', 'cache-control': immutable } })
    expect((await ask()).headers['cache-control']).toBe(immutable)
  })

  it('is a picture: it is packed already, and varies with nothing', async () => {
    page = rendered({ headers: { 'content-type': 'image/jpeg' } })
    const { headers, body: sent } = await ask({ 'accept-encoding': 'br, gzip' })
    expect(headers).not.toHaveProperty('content-encoding')
    expect(headers).not.toHaveProperty('vary')
    expect(sent.equals(body)).toBe(true)
  })

  it('leads elsewhere with an empty body, however that is packed', async () => {
    page = rendered({
      status: 301,
      headers: { 'content-type': 'text/html', location: '/new.html' },
      body: Buffer.alloc(0),
    })
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const answer = await ask({ 'accept-encoding': encoding })
      expect([answer.status, answer.headers.location]).toEqual([301, '/new.html'])
      expect(decode(answer.body, encoding)).toHaveLength(0)
    }
  })
})

describe('a reader who has a page already', () => {
  const tagOf = async (encoding = 'identity') => (await ask({ 'accept-encoding': encoding })).headers.etag ?? ''

  it('is told so, with what a kept copy needs to know', async () => {
    page = rendered()
    const whole = await ask({ 'accept-encoding': 'gzip' })
    const {
      status,
      headers,
      body: sent,
    } = await ask({
      'accept-encoding': 'gzip',
      'if-none-match': whole.headers.etag ?? '',
    })
    expect(status).toBe(304)
    expect(sent).toHaveLength(0)
    for (const name of ['etag', 'cache-control', 'vary', 'surrogate-key', 'cache-tag'])
      expect(headers[name], name).toBe(whole.headers[name])
    expect(headers).not.toHaveProperty('content-length')
    expect(headers).not.toHaveProperty('content-encoding')
  })

  it('may name it in a list, weakly, in any packing, by any tag, and to HEAD', async () => {
    page = rendered()
    const [plain, gzip] = [await tagOf(), await tagOf('gzip')]
    for (const known of [plain, gzip, `W/${plain}`, `"x", ${plain}`, `"x","y",W/${gzip} ,"z"`, '*', ` ${plain} `]) {
      expect((await ask({ 'if-none-match': known })).status, known).toBe(304)
      expect((await ask({ 'if-none-match': known }, 'HEAD')).status, known).toBe(304)
    }
    expect((await ask({ 'if-none-match': ['"x"', plain] })).status).toBe(304)
  })

  it.each(['', '""', '"', 'W/', 'W/""', '"x"', ',,,', '**', '"*"', '\\', '"a, b', 'x'.repeat(5000)])(
    'of whom %j is all we hear gets it whole',
    async (known) => {
      page = rendered()
      expect((await ask({ 'if-none-match': known })).status).toBe(200)
    },
  )
  it('and whose page has changed gets the new one', async () => {
    page = rendered()
    const known = await tagOf()
    page = rendered({ body: Buffer.from(`${body}.`) })
    expect((await ask({ 'if-none-match': known })).status).toBe(200)
    page = rendered({ headers: { 'content-type': 'text/plain' } })
    expect((await ask({ 'if-none-match': known })).status).toBe(200)
  })
  it.each([301, 404, 410, 500])('is still told %i', async (status) => {
    page = rendered({ status })
    expect((await ask({ 'if-none-match': '*' })).status).toBe(status)
    expect((await ask({ 'if-none-match': `"${page.hash}"` })).status).toBe(status)
  })
})

describe('the bytes of a page', () => {
  type Step = ['add' | 'drop', Encoding, number]
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom('add' as const, 'drop' as const),
      fc.constantFrom<Encoding>('br', 'gzip', 'identity'),
      fc.nat(5000),
    ),
  )
  it('are its bodies and a constant, whatever came and went', () =>
    fc.assert(
      fc.property(steps, (given: Step[]) => {
        const one = rendered()
        const constant = one.bytes - body.length
        for (const [act, encoding, length] of given) {
          if (act === 'add') addPacking(one, encoding, Buffer.alloc(length))
          else dropPacking(one, encoding)
          const bodies = Object.values(one.packings).reduce((sum, packing) => sum + bodyOf(packing.message).length, 0)
          expect(one.bytes).toBe(constant + bodies)
        }
      }),
    ))

  it('count its headers and its names: a page of a long address is larger', () => {
    const small = rendered({ body: Buffer.alloc(0), depends: ['address:/a'] })
    const large = rendered({ body: Buffer.alloc(0), depends: [`address:/${'a'.repeat(1900)}`] })
    expect(large.bytes - small.bytes).toBeGreaterThan(1800)
  })

  it('are fewer once it is packed, and its content is had again from that', async () => {
    page = rendered()
    const before = page.bytes
    await ask({ 'accept-encoding': 'gzip' })
    expect(page.bytes).toBeLessThan(before)
    expect(page.packings.identity).toBeUndefined()
    expect(contentOf(page).equals(body)).toBe(true)
    await new Promise<void>((resolve) => bestPacker().pack(page, resolve))
    expect(Object.keys(page.packings).sort()).toEqual(['br', 'gzip'])
    expect(contentOf(page).equals(body)).toBe(true)
  })
})

describe('an identity in a header', () => {
  it('is one plain word', () =>
    expect(nameInHeader('address:/图片 a,b.jpg')).toBe('address:/%E5%9B%BE%E7%89%87%20a%2Cb.jpg'))
})

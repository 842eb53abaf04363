import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ask, say, type Told } from '../ask'
import { administrator, type RunningPortal, startPortal } from '../portal'
import { expect, signIn, test } from '../test'

/** A portal that says of each page whether it was made for this request. */
let portal: RunningPortal
let article: string
const pages = () => [
  '/',
  '/category/yaowen.html',
  '/categories',
  article,
  '/feed.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/large/',
]

// biome-ignore lint/correctness/noEmptyPattern: a fixture's first argument must be a pattern, and this one needs no other
test.beforeAll(async ({}, { project }) => {
  test.skip(project.name.startsWith('phone'), 'the same on every screen')
  portal = await startPortal({ env: { DIBAO_PAGE_REPORT: '1' } })
  // The clock would find what says the same meanwhile, and make those pages anew.
  expect((await portal.dibao('relate')).code).toBe(0)
  const front = await ask(portal.url, '/')
  article = /href="(\/[a-z]+\/\d{4}\/\d\d\/\d\d\/[^"]+\.html)"/.exec(front.body.toString())?.[1] ?? ''
})
test.afterAll(() => portal?.stop())

const get = (path: string, headers: Record<string, string> = {}) => ask(portal.url, path, { headers })

/** The page as the first reader got it, kept from then on. */
async function first(path: string): Promise<Told> {
  const told = await get(path)
  expect(told.status, path).toBe(200)
  return told
}

function expectTheSame(told: Told, page: Told, asked: string): void {
  expect([told.status, told.came], asked).toEqual([200, 'hit'])
  expect(told.headers['content-type'], asked).toBe(page.headers['content-type'])
  expect(told.headers['set-cookie'], asked).toBeUndefined()
  expect(told.body.equals(page.body), asked).toBe(true)
}

test('no query and no way of writing a path has a page made twice', async () => {
  for (const path of pages()) {
    const page = await first(path)
    const spelled = path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
    for (const other of [
      `${path}?`,
      `${path}?utm_source=wechat&from=singlemessage&isappinstalled=0`,
      `${path}?_rsc=1a2b3`,
      `${path}?__nextLocale=en&nextParamslug=x&nxtPslug=x&nxtPpath=a&nxtIpath=a`,
      `${path}?page=2&sort=old&AFTER=5`,
      `${path}?${'x=y&'.repeat(2000)}`,
      `${path}?%`,
      `${path}?a=%00%FF`,
      `${path}#part`,
      spelled,
      spelled.toUpperCase().replace(/%[0-9A-F]{2}/g, (one) => one),
      path.replace(/\/(?=.)/g, '//').slice(1),
    ])
      expectTheSame(await get(other), page, other)
  }
})

test('no header has a page made twice, or changes a byte of it', async () => {
  const games: Record<string, string>[] = [
    { host: 'evil.example' },
    {
      host: 'evil.example:80',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
    },
    { forwarded: 'host=evil.example;proto=https', 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'x-dibao-network': '127.0.0.1' },
    { rsc: '1' },
    { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D', 'next-url': '/admin', accept: 'text/x-component' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { 'next-action': '7f3a', 'content-type': 'text/plain' },
    { 'next-hmr-refresh': '1', 'x-nextjs-data': '1', 'x-nextjs-html-request-id': 'x', 'x-matched-path': '/admin' },
    { 'x-middleware-subrequest': 'middleware:middleware', 'x-middleware-prefetch': '1', 'x-invoke-path': '/admin' },
    { 'x-now-route-matches': '1=x', 'x-vercel-id': '1', 'x-prerender-revalidate': 'x', 'next-resume': '1' },
    { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'x-moz': 'prefetch' },
    { accept: 'application/json', 'accept-language': 'en', 'user-agent': 'Googlebot/2.1', 'save-data': 'on' },
    { range: 'bytes=0-10', 'if-range': '"x"', 'if-modified-since': new Date().toUTCString(), 'if-match': '"x"' },
    { 'cache-control': 'no-cache, no-store', pragma: 'no-cache', 'max-forwards': '0' },
    { cookie: '__prerender_bypass=1; __next_preview_data=x; NEXT_LOCALE=en; session=1' },
    {
      authorization: 'Basic eDp5',
      origin: 'null',
      referer: 'https://evil.example/',
      'x-http-method-override': 'DELETE',
    },
    { upgrade: 'websocket', connection: 'upgrade', 'sec-websocket-key': 'eA==', 'sec-websocket-version': '13' },
    { 'content-security-policy': "script-src 'nonce-x'", 'transfer-encoding': 'identity' },
  ]
  for (const path of pages()) {
    const page = await first(path)
    for (const headers of games) expectTheSame(await get(path, headers), page, `${path} ${JSON.stringify(headers)}`)
  }
})

test('no wish for a packing has a page made twice, and each is the same page', async () => {
  for (const path of pages()) {
    const page = await first(path)
    for (const wish of [
      'br',
      'gzip',
      'identity',
      '*',
      '',
      'BR;q=0',
      'gzip;q=1, br;q=0.1',
      'x'.repeat(9000),
      ',;=',
      'zstd',
    ]) {
      const told = await get(path, { 'accept-encoding': wish })
      const coding = told.headers['content-encoding']
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''] ?? ((body: Buffer) => body)
      expect([told.status, told.came], wish).toEqual([200, 'hit'])
      expect(told.headers.vary, wish).toBe('accept-encoding')
      expect(unpack(told.body).equals(page.body), `${path} ${wish}`).toBe(true)
    }
  }
})

test('who is signed in at the desk reads the same newspaper, and no reader gets a cookie', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url })
  await signIn(await context.newPage(), administrator)
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(cookie).not.toBe('')
  await context.close()
  for (const path of [...pages(), '/large/category/yaowen.html', '/none.html', '/yaowen/']) {
    const told = await get(path, { cookie })
    const stranger = await get(path)
    expect(told.body.equals(stranger.body), path).toBe(true)
    for (const { headers } of [told, stranger]) expect(headers['set-cookie'], path).toBeUndefined()
    expect(stranger.came, path).toBe('hit')
  }
})

test('large print of large print, of the desk and of machines is nothing, and spoils nothing', async () => {
  for (const path of [
    '/large/large/categories',
    '/large/large/',
    '/large/admin/sign-in',
    '/large/readyz',
    '/large/feed.atom',
    '/large/sitemap.xml',
    '/large/api/x',
  ])
    expect((await get(path)).status, path).toBe(404)
  for (const path of ['/large/categories', '/large/', '/large']) expect((await get(path)).status, path).toBe(200)
})

test('what leads nowhere says so, with no accident and without the framework’s own pages', async () => {
  const asked: [number, string[]][] = [
    [400, ['/%', '/%zz', '/%E4%BD', '/%00', '/a%2fb', '/a%5Cb', '//evil.example/', '///', '/..', '/x/../categories']],
    [
      400,
      ['/%2e%2e/categories', '/_next/static/../../admin/sign-in', '/a%0d%0aset-cookie:%20x=y', '/large/%2E%2e/admin'],
    ],
    [
      404,
      ['/_next/image?url=%2Ffavicon.svg&w=64&q=75', '/_next/data/x/index.json', '/_next/', '/_error', '/404', '/500'],
    ],
    [404, ['/_global-error', '/_not-found', '/index.rsc', '/categories.rsc', '/categories.segments/_tree.segment.rsc']],
    [404, ['/category/none.html', '/category/yaowen.html?after=abc', '/category/yaowen.html?after=2147483647']],
    [
      404,
      [
        '/sitemap/2026-13.xml',
        '/favicon.ico',
        '/sw.js',
        '/[...path]',
        '/(portal)',
        '/category/[slug]',
        '/.env',
        '/.git/config',
      ],
    ],
    [414, [`/${'a'.repeat(2000)}`, `/${'%61'.repeat(1000)}`, `/${'"'.repeat(700)}`, `/${'a'.repeat(20_000)}`]],
    [431, [`/${'a'.repeat(135_000)}`, `/?${'a'.repeat(135_000)}`]],
  ]
  for (const [status, paths] of asked)
    for (const path of paths) {
      const told = await get(path)
      expect(told.status, path.slice(0, 80)).toBe(status)
      expect(told.headers['content-type'] ?? '', path).not.toContain('component')
      expect(told.body.toString(), path).not.toMatch(/__next|could not be found|NEXT_|at \w+ \(/)
    }
  expect((await get('/', { 'x-long': 'a'.repeat(135_000) })).status).toBe(431)
})

test('a page that is not there is made once for each address, however it is asked for', async () => {
  for (const path of [
    '/none/at-all.html',
    '/large/none/at-all.html',
    '/category/none-at-all.html',
    '/category/chanye.html?after=x1',
  ]) {
    expect(await get(path)).toMatchObject({ status: 404, came: 'miss' })
    const again = path.includes('?') ? [`${path}&y`, path.replace('x1', 'x2')] : [`${path}?x`, `${path}#y`]
    for (const other of [path, ...again]) expect(await get(other), other).toMatchObject({ status: 404, came: 'hit' })
  }
})

test('an address has few headers, however long it is: a proxy would answer 502', async () => {
  for (const path of [`/${'a'.repeat(1999)}`, `/${'%E5%8C%97'.repeat(200)}.html`, `/large/${'a'.repeat(1900)}/`]) {
    const told = await say(portal.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(told).toMatch(/^HTTP\/1\.1 404/)
    expect(told.indexOf('\r\n\r\n'), path.slice(0, 20)).toBeLessThan(4000)
  }
})

test('readers read: every other method is refused, whatever it carries', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE'])
    for (const path of ['/', article, '/feed.xml', '/large/', '/none.html', '/favicon.svg']) {
      const body = method === 'TRACE' ? undefined : '1_$ACTION_ID=x'
      const told = await ask(portal.url, path, { method, body, headers: { 'next-action': 'x', origin: portal.url } })
      expect([told.status, told.headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD'])
    }
  expect((await get('/')).came).toBe('hit')
})

test('HEAD says what GET would, and who has a page is told so in any packing', async () => {
  for (const path of pages()) {
    const page = await first(path)
    const head = await ask(portal.url, path, { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...page.headers, date: '', 'x-dibao-page': 'hit' })
    const tag = page.headers.etag ?? ''
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const told = await get(path, { 'if-none-match': known, 'accept-encoding': 'br' })
      expect([told.status, told.body.length, told.headers['content-length']], `${path} ${known}`).toEqual([
        304,
        0,
        undefined,
      ])
    }
    expect((await get(path, { 'if-none-match': '"x"' })).status).toBe(200)
  }
})

test('a connection carries many requests, in order, and nothing hidden in them', async () => {
  const one = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
  const told = await say(
    portal.url,
    one('/robots.txt') + one('/none.html') + one('/healthz') + one('/robots.txt', 'Connection: close\r\n'),
  )
  expect([...told.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '404', '200', '200'])

  const smuggled = await say(
    portal.url,
    `${one('/robots.txt', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}0\r\n\r\nGET /admin HTTP/1.1\r\nHost: x\r\n\r\n`,
  )
  expect(smuggled).toMatch(/^HTTP\/1\.1 400/)
  expect(await say(portal.url, 'GET /robots.txt HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200/)
  expect(await say(portal.url, 'GET /robots.txt HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  expect(await say(portal.url, 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400/,
  )
  expect(await say(portal.url, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n')).not.toMatch(/^HTTP\/1\.1 [25]/)
  expect(await say(portal.url, '\u0016\u0003\u0001 not HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/)
  expect((await get('/')).came).toBe('hit')
})

test('a hundred readers who come at once for a page that nobody had asked for have it made once', async () => {
  const paths = [...(await (await get('/categories')).body.toString()).matchAll(/href="(\/category\/[^"]+)"/g)]
  const path = paths.map(([, one = '']) => one).find((one) => one !== '/category/yaowen.html') ?? ''
  const told = await Promise.all(Array.from({ length: 100 }, (_, number) => get(`${path}?reader=${number}`)))
  expect(told.filter(({ came }) => came === 'miss')).toHaveLength(1)
  expect(new Set(told.map(({ body }) => body.toString())).size).toBe(1)
})

test('an address that was asked for in vain, in every way, shows its article with the first request after it is published', async () => {
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  try {
    const path = '/gonggao/2026/10/01/tongzhi.html'
    const ways = [
      path,
      path.replace('.html', ''),
      `/large${path}`,
      '/category/gonggao.html',
      '/gonggao/',
      '/gonggao',
      '/large/gonggao/',
    ]
    for (const way of ways)
      for (const came of ['miss', 'hit']) expect(await get(way), way).toMatchObject({ status: 404, came })
    await mkdir(join(site, '_posts'))
    await writeFile(
      join(site, '_posts', '2026-10-01-tongzhi.md'),
      '---\nlayout: post\ntitle: "停水通知"\ndate: 2026-10-01 08:00:00 +0800\ncategories: gonggao\n---\n今天停水。\n',
    )
    expect((await portal.dibao('import', site)).code).toBe(0)
    const statuses = []
    for (const way of ways) statuses.push([way, (await get(way)).status])
    expect(statuses).toEqual([
      [path, 200],
      [path.replace('.html', ''), 301],
      [`/large${path}`, 200],
      ['/category/gonggao.html', 200],
      ['/gonggao/', 301],
      ['/gonggao', 301],
      ['/large/gonggao/', 301],
    ])
    expect((await get('/large/gonggao/')).headers.location).toBe('/large/category/gonggao.html')
  } finally {
    await rm(site, { recursive: true, force: true })
  }
})

test('a thousand addresses that somebody makes up push no page out and cost no accident', async () => {
  for (const path of pages()) await get(path)
  const began = performance.now()
  const pieces = [
    '/',
    '//',
    '%2e',
    '%',
    'admin',
    'large',
    '_next',
    'static',
    '中',
    '%E4%B8%AD',
    '?after=',
    '5',
    '.html',
    '#',
    '&',
    '\\',
    '.rsc',
    'category',
  ]
  let state = 42
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  for (let count = 0; count < 1000; count++) {
    const path = `/${Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]).join('')}`
    const told = await say(
      portal.url,
      `GET ${Buffer.from(path).toString('latin1')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    expect(told, path).toMatch(/^HTTP\/1\.1 [1-4]/)
  }
  expect(performance.now() - began).toBeLessThan(40_000)
  for (const path of pages()) expect((await get(path)).came, path).toBe('hit')
})

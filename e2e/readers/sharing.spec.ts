import type { APIResponse } from 'playwright/test'
import { expect, test } from '../test'
import { articlePaths } from '../pages/portal-pages'

test('an article’s address makes a proper card in a chat', async ({ page, portal, request }) => {
  const path = (await articlePaths(request)).find((one) => one.endsWith('/bridge-closed.html')) ?? ''
  await page.goto(path)
  const meta = (key: string) =>
    page.locator(`head meta[property="${key}"], head meta[name="${key}"]`).first().getAttribute('content')
  expect(await page.locator('head title').textContent()).toContain('砚江三桥今晨合龙')
  expect(await meta('og:title')).toBe('砚江三桥今晨合龙 过江从四十分钟缩到八分钟')
  const description = await meta('og:description')
  expect([...(description ?? '')].length).toBeLessThanOrEqual(120)
  expect(
    await page
      .getByText(description ?? '')
      .first()
      .isVisible(),
  ).toBe(true)
  expect(await meta('og:url')).toBe(portal.url + path)
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(portal.url + path)
  const picture = await meta('og:image')
  expect(picture).toBe(`${portal.url}/pictures/bridge.jpg`)
  const answer = await request.get(picture ?? '')
  expect(answer.headers()['content-type']).toBe('image/jpeg')

  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}')
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    headline: '砚江三桥今晨合龙 过江从四十分钟缩到八分钟',
    mainEntityOfPage: portal.url + path,
  })
  expect(data.datePublished).toMatch(/^\d{4}-\d{2}-\d{2}T07:20:00\+08:00$/)
  expect(await page.locator('article time').first().getAttribute('datetime')).toContain('+08:00')
})

test('every article describes itself in at most 120 characters, and never with its whole body', async ({ request }) => {
  for (const path of await articlePaths(request)) {
    const html = await (await request.get(path)).text()
    const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect([...description].length, path).toBeGreaterThan(0)
    expect([...description].length, path).toBeLessThanOrEqual(120)
  }
})

test('the feed is Atom that lists the newest first, with whole texts and lasting ids', async ({
  request,
  portal,
  page,
}) => {
  const answer = await request.get('/feed.xml')
  expect(answer.headers()['content-type']).toContain('application/atom+xml')
  const feed = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml')
      return {
        error: document.querySelector('parsererror')?.textContent ?? null,
        entries: [...document.querySelectorAll('entry')].map((entry) => ({
          id: entry.querySelector('id')?.textContent ?? '',
          link: entry.querySelector('link')?.getAttribute('href') ?? '',
          published: entry.querySelector('published')?.textContent ?? '',
          content: entry.querySelector('content')?.textContent ?? '',
        })),
      }
    },
    await answer.text(),
  )
  expect(feed.error).toBeNull()
  expect(feed.entries.length).toBe(30)
  expect(feed.entries.map(({ published }) => published)).toEqual(
    feed.entries
      .map(({ published }) => published)
      .sort()
      .reverse(),
  )
  for (const { id, link, content } of feed.entries) {
    // One that was moved keeps its id, which was its first address.
    expect((await request.get(`${id}.html`)).url()).toBe(link)
    expect(link.startsWith(portal.url)).toBe(true)
    expect(content).toContain('<p>')
  }
})

test('the newspaper’s feed comes in three formats, and each leads page by page to the oldest article', async ({
  request,
  portal,
}) => {
  const counts = new Set<number>()
  for (const [path, type, next] of [
    ['/feed.atom', 'application/atom+xml', /<link href="([^"]+)" rel="next"/],
    ['/feed.rss', 'application/rss+xml', /<atom:link href="([^"]+)" rel="next"/],
    ['/feed.json', 'application/feed+json', /"next_url": "([^"]+)"/],
  ] as const) {
    let count = 0
    for (let address: string | undefined = portal.url + path; address; ) {
      const answer: APIResponse = await request.get(address)
      expect(answer.headers()['content-type']).toBe(`${type}; charset=utf-8`)
      expect((await request.get(address, { headers: { 'if-none-match': answer.headers().etag ?? '' } })).status()).toBe(
        304,
      )
      const text: string = await answer.text()
      count += text.match(/<entry>|<item>|"date_published"/g)?.length ?? 0
      address = next.exec(text)?.[1]
    }
    counts.add(count)
  }
  expect(counts.size).toBe(1)
  expect(Math.min(...counts)).toBeGreaterThan(60)
  expect((await request.get('/feed.atom?after=99999999')).status()).toBe(404)
})

test('programs that read find each article as Markdown, and where everything is', async ({ request, portal }) => {
  const guide = await request.get('/llms.txt')
  expect(guide.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  const addresses = [...(await guide.text()).matchAll(/\]\((\S+\.md)\)/g)].map(([, address]) => address ?? '')
  expect(addresses.length).toBeGreaterThan(30)
  const path = (await articlePaths(request)).find((one) => one.endsWith('/bridge-closed.html')) ?? ''
  const answer = await request.get(path.replace('.html', '.md'))
  expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(answer.headers().link).toBe(`<${portal.url}${path}>; rel="canonical"`)
  const text = await answer.text()
  expect(text).toMatch(/^---\ntitle: "砚江三桥今晨合龙/)
  expect(text).toContain(`address: "${portal.url}${path}"`)
  expect(text).not.toMatch(/<(?:p|div|img|table)/)
  for (const address of addresses.slice(0, 5)) expect((await request.get(address)).status()).toBe(200)
  expect((await request.get('/no/such.md')).status()).toBe(404)
})

test('the news of two days is mapped for search engines', async ({ request, portal }) => {
  const answer = await request.get('/news-sitemap.xml')
  expect(answer.headers()['content-type']).toBe('application/xml; charset=utf-8')
  const text = await answer.text()
  expect(text.match(/<news:title>/g)?.length ?? 0).toBe(text.match(/<url>/g)?.length ?? 0)
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${portal.url}/news-sitemap.xml`)
})

test('machines find their files', async ({ request, portal }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${portal.url}/sitemap.xml`)
  expect((await request.get('/healthz')).status()).toBe(200)
  expect((await request.get('/readyz')).status()).toBe(200)
  for (const path of ['/', '/feed.xml', '/no/such/page']) {
    const {
      'content-security-policy': policy,
      'x-content-type-options': sniff,
      'referrer-policy': referrer,
      'permissions-policy': permissions,
      ...headers
    } = (await request.get(path)).headers()
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(sniff).toBe('nosniff')
    if (path !== '/feed.xml') {
      expect(referrer).toBeTruthy()
      expect(permissions).toContain('camera=()')
    }
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('bad addresses answer 4xx, never 5xx', async ({ request, portal }) => {
  for (const path of [
    '/%',
    '/%E4%ZZ',
    '/a%2fb',
    '/a%00b',
    '//evil.example/',
    `/${'a'.repeat(3000)}`,
    '/category/yaowen.html?after=abc',
    '/category/yaowen.html?after=99999999',
    '/sitemap/2026-13.xml',
    '/pictures/none.jpg',
    '/../../etc/passwd',
    '/category/%FF.html',
  ]) {
    const status = (await request.get(portal.url + path, { maxRedirects: 0 })).status()
    expect(status, path).toBeGreaterThanOrEqual(400)
    expect(status, path).toBeLessThan(500)
  }
})

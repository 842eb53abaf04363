import type { APIRequestContext } from 'playwright/test'

/** The addresses of the demonstration's articles, as the sitemap has them. */
export async function articlePaths(request: APIRequestContext): Promise<string[]> {
  const paths: string[] = []
  const parts = locations(await (await request.get('/sitemap.xml')).text())
  for (const part of parts.filter((one) => /\/sitemap\/\d{4}-\d{2}(?:\.\d+)?\.xml$/.test(one))) {
    for (const address of locations(await (await request.get(new URL(part).pathname)).text()))
      paths.push(new URL(address).pathname)
  }
  return paths
}

/** Every kind of page a reader can meet. */
export async function everyKindOfPage(request: APIRequestContext): Promise<string[]> {
  const articles = await articlePaths(request)
  const named = [
    'bridge-closed',
    'closing-night',
    'kilns-at-night',
    'flash-cold-wave-blue',
    'marathon-sold-out',
    'port-night-shift',
  ].flatMap((name) => articles.find((path) => path.endsWith(`/${name}.html`)) ?? [])
  const lists = [
    '/category/yaowen.html',
    '/category/pinglun.html',
    '/categories',
    `/tag/${encodeURIComponent('足球')}`,
    `/source/${encodeURIComponent('棠州日报')}`,
    '/security/sz.309206',
    '/categories?q=cy',
    '/flash',
    '/archive',
    ...datesOf(articles[0] ?? ''),
    '/search',
    '/search?q=%E7%A0%9A%E6%B1%9F',
  ]
  return ['/', ...lists, '/no/such/page.html', ...named]
}

/** The day, the month and the year of an article in the archive. */
function datesOf(path: string): string[] {
  const [, year, month, day] = /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(path) ?? []
  return [`/archive/${year}/${month}/${day}`, `/archive/${year}/${month}`, `/archive/${year}`]
}

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
}

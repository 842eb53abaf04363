import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  const rules = ['User-agent: *', 'Disallow: /admin', 'Disallow: /api/', '']
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${site.origin}${path}`)
  return new Response([...rules, ...maps, ''].join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  return new Response(`User-agent: *\nDisallow: /admin\nDisallow: /api/\n\nSitemap: ${site.origin}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

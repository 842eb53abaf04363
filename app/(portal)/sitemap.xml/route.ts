import { readMapParts } from '@/portal/read-sitemap'
import { readSite } from '@/portal/read-site'
import { sitemapIndex } from '@/portal/sitemap'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  return new Response(sitemapIndex(site, await readMapParts()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}

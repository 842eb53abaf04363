import { readSite } from '@/portal/read-site'
import { readListParts } from '@/portal/read-list-map'
import { readMapParts } from '@/portal/read-sitemap'
import { sitemapIndex } from '@/portal/sitemap'
import { streamResponse } from '../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  return streamResponse(sitemapIndex(site, readMapParts(), readListParts()), 'application/xml; charset=utf-8')
}

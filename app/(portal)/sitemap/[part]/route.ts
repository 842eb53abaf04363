import { readSite } from '@/portal/read-site'
import { readListMap } from '@/portal/read-list-map'
import { readMapEntries } from '@/portal/read-sitemap'
import { readMapPartName, sitemapPart } from '@/portal/sitemap'
import { streamResponse } from '../../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { site } = await readSite()
  const name = (await params).part
  const part = readMapPartName(name)
  const entries = part ? await readMapEntries(part) : await readListMap(name)
  if (!entries) return new Response('There is no such part of the sitemap; /sitemap.xml lists them.\n', { status: 404 })
  return streamResponse(sitemapPart(site, entries), 'application/xml; charset=utf-8')
}

import { readSite } from '@/portal/read-site'
import { readListMap } from '@/portal/read-list-map'
import { readNamedMap } from '@/portal/read-named-map'
import { readMapEntries } from '@/portal/read-sitemap'
import { readListPartName, readMapPartName, sitemapPart } from '@/portal/sitemap'
import { streamResponse } from '../../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { site } = await readSite()
  const name = (await params).part
  const [month, lists] = [readMapPartName(name), readListPartName(name)]
  const entries = month ? await readMapEntries(month) : await (lists ? readNamedMap(lists) : readListMap(name))
  if (!entries) return new Response('There is no such part of the sitemap; /sitemap.xml lists them.\n', { status: 404 })
  return streamResponse(sitemapPart(site, entries), 'application/xml; charset=utf-8')
}

import { readSite } from '@/portal/read-site'
import { readMapEntries } from '@/portal/read-sitemap'
import { readMapPartName, sitemapPart } from '@/portal/sitemap'
import { streamResponse } from '../../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { site } = await readSite()
  const part = readMapPartName((await params).part)
  const entries = part && (await readMapEntries(part))
  if (!entries) return new Response('There is no such part of the sitemap; /sitemap.xml lists them.\n', { status: 404 })
  return streamResponse(sitemapPart(site, entries), 'application/xml; charset=utf-8')
}

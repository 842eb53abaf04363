import { readSite } from '@/portal/read-site'
import { readListParts } from '@/portal/read-list-map'
import { readNamedMapParts } from '@/portal/read-named-map'
import { readMapParts } from '@/portal/read-sitemap'
import { sitemapIndex } from '@/portal/sitemap'
import { streamResponse } from '../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  // Asked for before anything is written: what they depend on is said then.
  const lists = inTurn(readListParts(), readNamedMapParts())
  return streamResponse(sitemapIndex(site, readMapParts(), lists), 'application/xml; charset=utf-8')
}

async function* inTurn<One, Other>(
  first: AsyncIterable<One>,
  second: AsyncIterable<Other>,
): AsyncGenerator<One | Other> {
  yield* first
  yield* second
}

import { atomFeed } from '@/portal/atom-feed'
import { readFeed } from '@/portal/read-feed'
import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  return new Response(atomFeed({ site, articles: await readFeed(), selfPath: '/feed.xml' }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}

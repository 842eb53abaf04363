import { newsMap } from '@/portal/news-map'
import { readNews } from '@/portal/read-news'
import { readSite } from '@/portal/read-site'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  const text = newsMap(site, await readNews(new Date()))
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

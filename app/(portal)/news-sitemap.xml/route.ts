import { newsMap } from '@/portal/news-map'
import { readNews } from '@/portal/read-news'
import { readSite } from '@/portal/read-site'
import { streamResponse } from '../stream-response'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { site } = await readSite()
  return streamResponse(newsMap(site, await readNews(new Date())), 'application/xml; charset=utf-8')
}

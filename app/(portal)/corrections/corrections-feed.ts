import { readerWords } from '@/messages/words'
import { correctionsPath } from '@/newsroom/correction'
import { correctedArticles } from '@/portal/feeds/corrected-articles'
import type { FeedFormat } from '@/portal/feeds/feed'
import { readSite } from '@/portal/read-site'
import { feedResponse } from '../feed-response'

/** What was corrected as a feed; 404 while nothing ever was. */
export async function correctionsFeed(format: FeedFormat, request: Request): Promise<Response> {
  const { site, lists } = await readSite()
  const list = lists.corrections ? correctedArticles(readerWords(site.language).corrections) : null
  return feedResponse(list, { format, path: `${correctionsPath}/feed.${format}`, request })
}

import { readerWords } from '@/messages/words'
import { flashPath } from '@/newsroom/flash'
import type { FeedFormat } from '@/portal/feeds/feed'
import { runningWire } from '@/portal/feeds/running-wire'
import { readSite } from '@/portal/read-site'
import { feedResponse } from '../feed-response'

/** The running wire as a feed; 404 for a newspaper without flashes. */
export async function flashFeed(format: FeedFormat, request: Request): Promise<Response> {
  const { site, lists } = await readSite()
  const list = lists.flashes ? runningWire(readerWords(site.language).flashes) : null
  return feedResponse(list, { format, path: `${flashPath}/feed.${format}`, request })
}

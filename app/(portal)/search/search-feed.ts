import { typedQuery } from '@/newsroom/search/typed-query'
import { readerWords } from '@/messages/words'
import type { FeedFormat } from '@/portal/feeds/feed'
import { searchHits } from '@/portal/feeds/search-hits'
import { readSite } from '@/portal/read-site'
import { feedAnswer } from '../../feed-answer'
import { feedResponse } from '../feed-response'

/** What a search finds as a feed; 404 where nothing is looked for. */
export async function searchFeed(format: FeedFormat, request: Request): Promise<Response> {
  const typed = typedQuery(new URL(request.url).searchParams.get('q') ?? '')
  const { site } = await readSite()
  const words = readerWords(site.language)
  const list = searchHits(typed, words.searchFeed(typed))
  if (!list) return feedAnswer(null, words.noSearchFeed)
  const path = `/search/feed.${format}?q=${encodeURIComponent(typed)}`
  return feedResponse(list, { format, path, request })
}

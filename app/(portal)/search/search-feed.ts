import { readerWords } from '@/messages/words'
import type { FeedFormat } from '@/portal/feeds/feed'
import { answerFeed } from '@/portal/feeds/answer-feed'
import { searchHits } from '@/portal/feeds/search-hits'
import { readSite } from '@/portal/read-site'
import { correctionHeading, feedAnswer } from '../../feed-answer'
import { typedIn } from './typed-in'

/** What a search finds as a feed: its newest, on one page; 404 where nothing is looked for. */
export async function searchFeed(format: FeedFormat, request: Request): Promise<Response> {
  const typed = typedIn(new URL(request.url).searchParams.get('q') ?? '')
  const { site } = await readSite()
  const words = readerWords(site.language)
  const list = searchHits(typed, words.searchFeed(typed))
  if (!list) return feedAnswer(null, words.noSearchFeed)
  const path = `/search/feed.${format}?q=${encodeURIComponent(typed)}`
  const heading = correctionHeading(site, words)
  const feed = await answerFeed(list, { format, path, after: null, form: 'full', correctionHeading: heading })
  return feedAnswer(feed, words.noFeedPage)
}

import { readerWords } from '@/messages/words'
import { answerFeed, type FeedList } from '@/portal/feeds/answer-feed'
import type { FeedFormat } from '@/portal/feeds/feed'
import { readSite } from '@/portal/read-site'
import { afterIn, correctionHeading, feedAnswer } from '../feed-answer'

/** A list as a feed at an address: its newest page, or the one that `?after=` names; 404 where there is none, or no list. */
export async function feedResponse(
  list: FeedList | null,
  { format, path, request }: { format: FeedFormat; path: string; request: Request },
): Promise<Response> {
  const { site } = await readSite()
  const words = readerWords(site.language)
  const wish = { format, path, after: afterIn(request), form: 'full' } as const
  const feed = list && (await answerFeed(list, { ...wish, correctionHeading: correctionHeading(site, words) }))
  return feedAnswer(feed, words.noFeedPage)
}

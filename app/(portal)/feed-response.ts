import { readerWords } from '@/messages/words'
import { answerFeed, type FeedList } from '@/portal/feeds/answer-feed'
import type { FeedFormat } from '@/portal/feeds/feed'
import { readSite } from '@/portal/read-site'

/** A list as a feed at an address: its newest page, or the one that `?after=` names; 404 where there is none. */
export async function feedResponse(
  list: FeedList,
  { format, path, request }: { format: FeedFormat; path: string; request: Request },
): Promise<Response> {
  const { site } = await readSite()
  const words = readerWords(site.language)
  const after = new URL(request.url).searchParams.get('after')
  const wish = { format, path, after: after === null ? null : Number(after) }
  const feed = await answerFeed(list, { ...wish, form: 'full' })
  if (feed) return new Response(feed.text, { headers: { 'content-type': feed.type } })
  return new Response(`${words.noFeedPage}\n`, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

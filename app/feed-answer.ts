import type { ReaderWords } from '@/messages/words'
import { exactTime } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'
import type { FeedDocument } from '@/portal/feeds/feed'
import type { CorrectionHeading } from '@/portal/feeds/whole-text'

/** A feed as it is sent; without one, the sentence that says so. */
export function feedAnswer(feed: FeedDocument | null, nothing: string): Response {
  if (feed) return new Response(feed.text, { headers: { 'content-type': feed.type } })
  return new Response(`${nothing}\n`, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** The article that a page of a feed is asked to start after; null for the newest page, and no number at all for what is none. */
export function afterIn(request: Request): number | null {
  const after = new URL(request.url).searchParams.get('after')
  return after === null ? null : Number(after)
}

/** What machines get to read over a correction, in the newspaper's words. */
export function correctionHeading({ zone, language }: Site, words: ReaderWords): CorrectionHeading {
  return (at) => words.correctionOf(exactTime(at, zone, language))
}

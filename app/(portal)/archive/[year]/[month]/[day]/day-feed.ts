import { dateInWords } from '@/components/ui/calendar'
import { readerWords } from '@/messages/words'
import { archivePathOf, readArchiveDate } from '@/newsroom/archive'
import type { FeedFormat } from '@/portal/feeds/feed'
import { oneDay } from '@/portal/feeds/one-day'
import { readSite } from '@/portal/read-site'
import { feedResponse } from '../../../../feed-response'

export type DayParts = { year: string; month: string; day: string }

/** A day as a feed; 404 where nothing was published on it. */
export async function dayFeed(format: FeedFormat, request: Request, parts: DayParts): Promise<Response> {
  const { site } = await readSite()
  const day = readArchiveDate(parts.year, parts.month, parts.day)
  const name = day && readerWords(site.language).archive.ofDay(dateInWords(day, site.language))
  const list = day && name ? await oneDay(day, name) : null
  return feedResponse(list, { format, path: `${archivePathOf(day ?? '')}/feed.${format}`, request })
}

import { dateInWords } from '@/components/ui/calendar'
import { readerWords } from '@/messages/words'
import { archivePathOf, readArchiveDate } from '@/newsroom/archive'
import type { FeedFormat } from '@/portal/feeds/feed'
import { oneStretch } from '@/portal/feeds/one-stretch'
import { readSite } from '@/portal/read-site'
import { feedResponse } from '../feed-response'

/** A year, a month or a day, as its address names it. */
export type ArchiveParts = { year: string; month?: string; day?: string }
type Given = { params: Promise<ArchiveParts> }

/** Answers the feed of a day, a month or a year in a format; 404 where nothing was published in it. */
export function archiveFeeds(format: FeedFormat) {
  return async (request: Request, { params }: Given): Promise<Response> => {
    const { year, month, day } = await params
    const { site } = await readSite()
    const { archive } = readerWords(site.language)
    const title = day ? archive.ofDay : month ? archive.ofMonth : archive.ofYear
    const stretch = [year, month, day].filter((part) => part !== undefined).join('-')
    const list = readArchiveDate(year, month, day)
      ? await oneStretch(stretch, title(dateInWords(stretch, site.language)))
      : null
    return feedResponse(list, { format, path: `${archivePathOf(stretch)}/feed.${format}`, request })
  }
}

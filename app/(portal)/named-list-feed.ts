import { decodePath } from '@/newsroom/address'
import { type ListKind, listAddress } from '@/newsroom/list-address'
import type { FeedFormat } from '@/portal/feeds/feed'
import { namedListFeed } from '@/portal/feeds/named-list-feed'
import { readNamedList } from '@/portal/read-named-list'
import { readSite } from '@/portal/read-site'
import { readerWords } from '@/messages/words'
import { feedAnswer } from '../feed-answer'
import { feedResponse } from './feed-response'

type Given = { params: Promise<{ name: string }> }

/** Answers the feeds of the lists of a kind in a format, below each list's address; that of a list which is called otherwise now leads on. */
export function namedListFeeds(kind: ListKind, format: FeedFormat) {
  return async (request: Request, { params }: Given): Promise<Response> => {
    const { site } = await readSite()
    const words = readerWords(site.language)
    const part = decodePath((await params).name)
    const answer = part === null ? null : await readNamedList(kind, part)
    if (answer?.is === 'moved') {
      const location = `${listAddress(answer.to)}/feed.${format}${new URL(request.url).search}`
      return new Response(null, { status: 301, headers: { location } })
    }
    if (answer?.is !== 'list') return feedAnswer(null, words.noFeedPage)
    const path = `${listAddress(answer.list.path)}/feed.${format}`
    const title = words.lists.titleOf(words.lists.kinds[kind], answer.list.name)
    return feedResponse(namedListFeed(answer.list, title), { format, path, request })
  }
}

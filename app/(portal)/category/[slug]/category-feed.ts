import { encodePath, decodePath } from '@/newsroom/address'
import type { FeedFormat } from '@/portal/feeds/feed'
import { oneCategory } from '@/portal/feeds/one-category'
import { feedResponse } from '../../feed-response'

/** A category as a feed; 404 where there is none of that slug. */
export async function categoryFeed(format: FeedFormat, request: Request, encoded: string): Promise<Response> {
  const slug = decodePath(encoded)
  const list = slug === null ? null : await oneCategory(slug)
  return feedResponse(list, { format, path: encodePath(`/category/${slug}/feed.${format}`), request })
}

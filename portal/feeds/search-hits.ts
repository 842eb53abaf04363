import { env } from '@/env'
import { isBlank, readQuery } from '@/newsroom/search/read-query'
import { findMatches } from '@/store/article-index'
import { askOf } from '@/store/ask-of'
import { findAllPublished } from '@/store/published'
import { secondOf } from '@/store/search-ask'
import type { FeedList } from './answer-feed'

/** What a search finds, which is called `name`; null where nothing is looked for. */
export function searchHits(typed: string, name: string): FeedList | null {
  const query = readQuery(typed)
  if (isBlank(query)) return null
  const path = `/search?q=${encodeURIComponent(typed)}`
  return {
    idPath: path,
    name,
    description: null,
    homePath: path,
    depends: { newest: ['front'], older: ['front-past'] },
    async listPublished(db, { after, limit }) {
      const start = after && { id: after.id, second: secondOf(after.publishedAt) }
      const matches = await findMatches(db, await askOf(db, query, env.zone), { after: start, limit })
      const articles = await findAllPublished(
        db,
        matches.map(({ id }) => id),
      )
      return matches.flatMap(({ id }) => articles.get(id) ?? [])
    },
    // What a killed article said is in no index any more.
    listWithdrawn: async () => [],
  }
}

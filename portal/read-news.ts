import { env } from '@/env'
import type { PublishedArticle } from '@/newsroom/published-article'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { dependOn } from './page-context'

const hour = 3_600_000
/** The page lives for an hour at most, so that none of what is in it is older than 48 by then. */
const hours = 47
const most = 1000

/** What was published in the last two days, newest first: as much as a news sitemap may hold. */
export async function readNews(at: Date): Promise<PublishedArticle[]> {
  dependOn('front', 'hour')
  const db = await database(env.databaseUrl)
  return listPublished(db, { from: new Date(at.getTime() - hours * hour) }, { limit: most })
}

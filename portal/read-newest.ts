import { env } from '@/env'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { dependOn } from './page-context'

/** One of the newest articles, as an open page needs it to know whether it is behind; `at` in milliseconds. */
export type Newest = { id: number; at: number; category: string }

export const mostNewest = 60

/** The newest articles of the whole paper, newest first. */
export async function readNewest(): Promise<Newest[]> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  const articles = await listPublished(db, {}, { limit: mostNewest })
  return articles.map(({ id, publishedAt, category }) => ({ id, at: publishedAt.getTime(), category: category.slug }))
}

import { env } from '@/env'
import type { PublishedArticle } from '@/newsroom/published-article'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { dependOn } from './page-context'

/** One of the newest articles, as an open page needs it to know whether it is behind; `at` in milliseconds. */
export type Newest = { id: number; at: number; category: string; kind: PublishedArticle['kind'] }

export const mostNewest = 60

/** The newest articles of the whole paper, newest first, as an open page needs them. */
export async function readNewest(): Promise<Newest[]> {
  const articles = await readLatest()
  return articles.map(({ id, publishedAt, category, kind }) => ({
    id,
    at: publishedAt.getTime(),
    category: category.slug,
    kind,
  }))
}

/** The same, as lists show them. */
export async function readLatest(): Promise<PublishedArticle[]> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  return listPublished(db, {}, { limit: mostNewest })
}

import { env } from '@/env'
import type { PublishedArticle } from '@/newsroom/published-article'
import { database } from '@/store/database'
import { listPublished, listTexts } from '@/store/published'
import { dependOn } from './page-context'

const feedLength = 30

/** The newest articles with their texts, for feeds. */
export async function readFeed(): Promise<(PublishedArticle & { html: string })[]> {
  dependOn('front')
  const db = await database(env.databaseUrl)
  const articles = await listPublished(db, {}, { limit: feedLength })
  const texts = await listTexts(
    db,
    articles.map(({ id }) => id),
  )
  return articles.map((article) => ({ ...article, html: texts.get(article.id) ?? '' }))
}

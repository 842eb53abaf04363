import { indexArticles, unindexArticles } from './article-index'
import type { Database } from './database'
import { readUnread } from './read-unread'
import { saveSetting } from './save-setting'

/** Through which article, by its number, the index has still to be written anew; the migration that made it left this too. */
const key = 'search-unread'

/** Has the whole index written anew, by whoever calls `indexUnread`. Until then searches go on finding by the old one. */
export async function forgetIndex(db: Database, at: Date): Promise<void> {
  const last = await db.publishedArticle.findFirst({ orderBy: { articleId: 'desc' }, select: { articleId: true } })
  if (!last) return
  await saveSetting(db, key, { value: { through: last.articleId }, at })
}

/** Indexes some articles that the index has still to be told of, as `readUnread` does. */
export function indexUnread(db: Database, { take, at }: { take: number; at: Date }): Promise<number | null> {
  return readUnread(db, { key, take, at }, async (tx, articles) => {
    const ids = articles.map(({ id }) => id)
    await unindexArticles(tx, ids)
    await indexArticles(tx, ids)
  })
}

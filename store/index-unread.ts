import { z } from 'zod'
import { indexArticles, unindexArticles } from './article-index'
import type { Database } from './database'

/** Through which article, by its number, the index has still to be written anew; the migration that made it left this too. */
const key = 'search-unread'
const unread = z.object({ through: z.number() })

/** Has the whole index written anew, by whoever calls `indexUnread`. Until then searches go on finding by the old one. */
export async function forgetIndex(db: Database, at: Date): Promise<void> {
  const last = await db.publishedArticle.findFirst({ orderBy: { articleId: 'desc' }, select: { articleId: true } })
  if (!last) return
  const data = { value: { through: last.articleId }, version: 1, updatedAt: at }
  await db.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
}

/**
 * Indexes some articles that the index has still to be told of, newest first, and resolves to their number; null when none is left. Several processes may
 * do so at once beside a running portal, and one that ends in the middle is gone on from.
 */
export async function indexUnread(db: Database, { take, at }: { take: number; at: Date }): Promise<number | null> {
  // Asked before a transaction begins: nearly always nothing is left, and nobody need wait.
  if (!(await db.setting.findUnique({ where: { key }, select: { key: true } }))) return null
  return db.$transaction(async (tx) => {
    const left = await tx.setting.findUnique({ where: { key } })
    if (!left) return null
    const rows = await tx.publishedArticle.findMany({
      where: { articleId: { lte: unread.parse(left.value).through } },
      orderBy: { articleId: 'desc' },
      take,
      select: { articleId: true, publishedAt: true },
    })
    const articles = rows.map(({ articleId, publishedAt }) => ({ id: articleId, publishedAt }))
    await unindexArticles(tx, articles)
    await indexArticles(
      tx,
      articles.map(({ id }) => id),
    )
    const last = rows.at(-1)
    if (!last || rows.length < take) await tx.setting.delete({ where: { key } })
    else await tx.setting.update({ where: { key }, data: { value: { through: last.articleId - 1 }, updatedAt: at } })
    return rows.length
  })
}

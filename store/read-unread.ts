import { z } from 'zod'
import type { Database, Transaction } from './database'

/** Through which article, by its number, there is still something to read. */
const unread = z.object({ through: z.number() })

/**
 * Has `read` go over some of the published articles that an update left unread, newest first, and resolves to their number; null when none is
 * left. How far it has come is kept as the setting `key`. Several processes may do so at once beside a running portal, and one that ends in the
 * middle is gone on from.
 */
export async function readUnread(
  db: Database,
  { key, take, at }: { key: string; take: number; at: Date },
  read: (tx: Transaction, articles: { id: number; publishedAt: Date }[]) => Promise<void>,
): Promise<number | null> {
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
    await read(
      tx,
      rows.map(({ articleId, publishedAt }) => ({ id: articleId, publishedAt })),
    )
    const last = rows.at(-1)
    if (!last || rows.length < take) await tx.setting.delete({ where: { key } })
    else await tx.setting.update({ where: { key }, data: { value: { through: last.articleId - 1 }, updatedAt: at } })
    return rows.length
  })
}

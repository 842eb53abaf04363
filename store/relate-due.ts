import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { relateArticles } from './relate'

/** What an update may have left unread (`read-unread.ts`): articles are found by these, and compared once they can be. */
const needed = ['search-unread', 'securities-unread']

/** Has articles compared with others by whoever calls `relateDue` next; those that are waiting already wait on. */
export async function queueRelating(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  const values = Prisma.join(ids.map((id) => Prisma.sql`(${id})`))
  await tx.$executeRaw`INSERT INTO relate_due ("articleId") VALUES ${values} ON CONFLICT ("articleId") DO NOTHING`
}

/** Has everything that is published compared anew, and resolves to how much that is. */
export async function queueAll(db: Database): Promise<number> {
  await db.$executeRaw`INSERT INTO relate_due ("articleId") SELECT "articleId" FROM published_article WHERE TRUE ON CONFLICT ("articleId") DO NOTHING`
  return db.relateDue.count()
}

/**
 * Compares some of the articles that are waiting, newest first since those are read, and resolves to their number; null when none is left, or
 * when they cannot be found yet. Several processes may do so at once, and one that ends in the middle is gone on from.
 */
export async function relateDue(db: Database, { take, at }: { take: number; at: Date }): Promise<number | null> {
  // Asked before a transaction begins: nearly always nothing is left, and nobody need wait.
  if (!(await db.relateDue.findFirst({ select: { articleId: true } }))) return null
  if (await db.setting.findFirst({ where: { key: { in: needed } }, select: { key: true } })) return null
  return db.$transaction(async (tx) => {
    const rows = await tx.relateDue.findMany({ orderBy: { articleId: 'desc' }, take })
    const ids = rows.map(({ articleId }) => articleId)
    if (ids.length === 0) return null
    await appendChange(tx, await relateArticles(tx, ids), { act: 'relate', at })
    await tx.relateDue.deleteMany({ where: { articleId: { in: ids } } })
    return ids.length
  })
}

import type { Database } from './database'

/** An article that readers could see and that was killed. */
export type WithdrawnArticle = { firstPath: string; at: Date; reason: string }

/** What was killed last, newest first, in all categories or in one; one seek, however much there is. */
export async function listWithdrawn(
  db: Database,
  { categoryId }: { categoryId?: number },
  limit: number,
): Promise<WithdrawnArticle[]> {
  const rows = await db.article.findMany({
    // Nothing changes a killed article: it was updated when it was killed, and that is what the index is in the order of.
    where: { status: 'killed', categoryId, addresses: { some: { isFirst: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      killedAt: true,
      updatedAt: true,
      killReason: true,
      addresses: { where: { isFirst: true }, select: { path: true } },
    },
  })
  return rows.flatMap(({ killedAt, updatedAt, killReason, addresses: [first] }) =>
    first ? [{ firstPath: first.path, at: killedAt ?? updatedAt, reason: killReason ?? '' }] : [],
  )
}

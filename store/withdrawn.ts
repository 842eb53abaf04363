import type { Kind } from '@/newsroom/copy'
import type { Database } from './database'
import type { Prisma } from './generated/sqlite/client'

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
    select: withdrawnColumns,
  })
  return rows.flatMap(toWithdrawn)
}

const withdrawnColumns = {
  killedAt: true,
  updatedAt: true,
  killReason: true,
  addresses: { where: { isFirst: true }, select: { path: true } },
} satisfies Prisma.ArticleSelect

function toWithdrawn({
  killedAt,
  updatedAt,
  killReason,
  addresses: [first],
}: Prisma.ArticleGetPayload<{ select: typeof withdrawnColumns }>): WithdrawnArticle[] {
  return first ? [{ firstPath: first.path, at: killedAt ?? updatedAt, reason: killReason ?? '' }] : []
}

export type WithdrawnAmong = { kind?: Kind; from?: Date; before?: Date; isCorrected?: boolean }

/** How far is looked back: what was killed is told for a while, and nobody looks through all that ever was. */
const mostLookedAt = 300

/** What was killed last of a kind, of a time of publication, or of what had been corrected, newest first. */
export async function listWithdrawnAmong(
  db: Database,
  { kind, from, before, isCorrected }: WithdrawnAmong,
  limit: number,
): Promise<WithdrawnArticle[]> {
  const newest = await db.article.findMany({
    where: { status: 'killed' },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: mostLookedAt,
    select: { id: true },
  })
  const rows = await db.article.findMany({
    where: {
      id: { in: newest.map(({ id }) => id) },
      kind,
      publishedAt: { gte: from, lt: before },
      ...(isCorrected && { corrected: { some: {} } }),
      addresses: { some: { isFirst: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: withdrawnColumns,
  })
  return rows.flatMap(toWithdrawn)
}

import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { insertRows } from './insert-rows'
import type { Under } from './listed-under'
import type { WithdrawnArticle } from './withdrawn'

/** Notes of articles that are about to be withdrawn under which names readers saw them; those that nobody saw leave no note. */
export async function noteWithdrawn(tx: Transaction, { ids, at }: { ids: number[]; at: Date }): Promise<void> {
  if (ids.length === 0) return
  const among = Prisma.join(ids)
  const rows = await tx.$queryRaw<{ kind: string; number: number; articleId: number }[]>`
    SELECT 'tag' AS "kind", "tagId" AS "number", "articleId" FROM published_tag WHERE "articleId" IN (${among})
    UNION ALL SELECT 'author', "authorId", "articleId" FROM published_author WHERE "articleId" IN (${among})
    UNION ALL SELECT 'security', "securityId", "articleId" FROM published_security WHERE "articleId" IN (${among})
    UNION ALL SELECT 'source', "sourceId", "articleId" FROM published_source WHERE "articleId" IN (${among})`
  for (let from = 0; from < rows.length; from += atOnce)
    await insertRows(
      tx,
      'withdrawn_listing',
      rows.slice(from, from + atOnce).map((row) => ({ ...row, at })),
    )
}

/** Rows of one statement: neither store takes more than 32,766 values. */
const atOnce = 4_000

/** What was withdrawn last from under some names, newest first; one seek a name. */
export async function listWithdrawnUnder(
  db: Database,
  { kind, ids }: Under,
  limit: number,
): Promise<WithdrawnArticle[]> {
  const seeks = ids.map(
    (id) => Prisma.sql`SELECT * FROM (
      SELECT "articleId", "at" FROM withdrawn_listing WHERE "kind" = ${kind} AND "number" = ${id}
      ORDER BY "at" DESC, "articleId" DESC LIMIT CAST(${limit} AS INTEGER)) AS one`,
  )
  const found = await db.$queryRaw<{ articleId: number }[]>`
    SELECT "articleId" FROM (${Prisma.join(seeks, ' UNION ')}) AS listed
    ORDER BY "at" DESC, "articleId" DESC LIMIT CAST(${limit} AS INTEGER)`
  const rows = await db.article.findMany({
    where: { id: { in: found.map(({ articleId }) => Number(articleId)) }, status: 'killed' },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
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

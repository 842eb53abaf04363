import type { Article } from '@/newsroom/article'
import type { CorrectedArticle, Correction, ListedCorrection } from '@/newsroom/correction'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Database, Transaction } from './database'
import { isRowNumber } from './row-number'
import { type JoinedRow, joinedColumns, toJoined } from './rows'
import { Prisma } from './generated/sqlite/client'

/** Keeps the corrections that an act added to an article, in the transaction of the act. True for the first of all: every page leads to them from then on. */
export async function saveCorrections(tx: Transaction, before: Article, after: Article): Promise<boolean> {
  const added = after.corrections.slice(before.corrections.length)
  if (added.length === 0) return false
  const isFirst = !(await hasCorrections(tx))
  const { id: articleId, updatedBy } = after
  if (!updatedBy) throw new Error(`article ${articleId} was corrected by nobody`)
  for (const { at, text } of added) await tx.correction.create({ data: { articleId, at, text, byId: updatedBy.id } })
  return isFirst
}

/** What was put right in some published articles, oldest first, by their numbers. Asks for nothing where none was corrected. */
export async function listCorrectionsOf(
  db: Database,
  articles: Pick<PublishedArticle, 'id' | 'correctedAt'>[],
): Promise<Map<number, Correction[]>> {
  const ids = articles.flatMap(({ id, correctedAt }) => (correctedAt === null ? [] : [id]))
  const found = new Map<number, Correction[]>()
  if (ids.length === 0) return found
  const rows = await db.correction.findMany({ where: { articleId: { in: ids } }, orderBy: { id: 'asc' } })
  for (const { articleId, at, text } of rows) found.set(articleId, [...(found.get(articleId) ?? []), { at, text }])
  return found
}

type ListedRow = Correction & Omit<CorrectedArticle, 'id'> & { id: number; articleId: number }

/** What was put right in what readers can see, newest first, after one correction; one seek, however much there is. */
export async function listCorrections(
  db: Database,
  { after, limit }: { after: number | null; limit: number },
): Promise<ListedCorrection[]> {
  const from = after === null ? Prisma.empty : Prisma.sql`WHERE c."id" < ${after}`
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT c."id", c."at", c."text", c."articleId", a."path", a."headline", a."publishedAt"
    FROM correction c JOIN published_article a ON a."articleId" = c."articleId" ${from}
    ORDER BY c."id" DESC LIMIT CAST(${limit} AS INTEGER)`
  return rows.map(({ id, at, text, articleId, path, headline, publishedAt }) => ({
    id: Number(id),
    at,
    text,
    article: { id: Number(articleId), path, headline, publishedAt },
  }))
}

/** Whether anything was ever corrected. */
export async function hasCorrections(where: Database | Transaction): Promise<boolean> {
  return (await where.correction.findFirst({ select: { id: true } })) !== null
}

/** Whether there ever was a correction of this number: a page may start after it, whatever became of its article. */
export async function hasCorrection(db: Database, id: number): Promise<boolean> {
  return isRowNumber(id) && (await db.correction.findUnique({ where: { id }, select: { id: true } })) !== null
}

/** How many corrections there were since a moment, of what readers can see; no further than `most`, so that it costs the same however many. */
export async function countCorrections(db: Database, since: Date, most: number): Promise<number> {
  const newest = await db.$queryRaw<{ at: Date }[]>`
    SELECT c."at" FROM correction c JOIN published_article a ON a."articleId" = c."articleId"
    ORDER BY c."id" DESC LIMIT CAST(${most} AS INTEGER)`
  return newest.filter(({ at }) => at >= since).length
}

/** Corrected articles, those that were corrected last first, after one of them; none after one that was never corrected. */
export async function listCorrected(
  db: Database,
  { after, limit }: { after: number | null; limit: number },
): Promise<PublishedArticle[]> {
  const start =
    after === null
      ? null
      : await db.correction.findFirst({
          where: { articleId: after },
          orderBy: { id: 'desc' },
          select: { id: true },
        })
  if (after !== null && !start) return []
  const rows = await db.$queryRaw<JoinedRow[]>`
    SELECT ${joinedColumns}
    FROM correction r
    JOIN published_article a ON a."articleId" = r."articleId"
    JOIN category c ON c."id" = a."categoryId"
    WHERE NOT EXISTS (SELECT 1 FROM correction l WHERE l."articleId" = r."articleId" AND l."id" > r."id")
      ${start ? Prisma.sql`AND r."id" < ${start.id}` : Prisma.empty}
    ORDER BY r."id" DESC LIMIT CAST(${limit} AS INTEGER)`
  return rows.map(toJoined)
}

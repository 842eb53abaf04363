import type { PublishedArticle, PublishedText, ReadersText } from '@/newsroom/published-article'
import type { Kind } from '@/newsroom/copy'
import { listCorrectionsOf } from './corrections'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { isRowNumber } from './row-number'
import {
  type JoinedRow,
  joinedColumns,
  sourceCalled,
  toJoined,
  toReadersPicture,
  toPublished,
  withCategory,
} from './rows'

/** Where a page of a list starts: after this article, in the order of every list. */
export type Cursor = { publishedAt: Date; id: number }

type TextRow = JoinedRow & { html: string; repeatsStandfirst: boolean }

/** A published article with its text, by its number or by where it stands; null where there is none. One statement, and another for one that was corrected: it is what nearly every reader asks for. */
export async function findPublished(
  db: Database,
  which: { id: number } | { path: string },
): Promise<PublishedText | null> {
  const id =
    'id' in which
      ? Prisma.sql`${which.id}`
      : Prisma.sql`(SELECT "articleId" FROM address WHERE "path" = ${which.path} AND "state" = 'current')`
  const [row] = await db.$queryRaw<TextRow[]>`
    SELECT ${joinedColumns}, t."html", t."repeatsStandfirst"
    FROM published_article a
    JOIN published_text t ON t."articleId" = a."articleId"
    JOIN category c ON c."id" = a."categoryId"
    WHERE a."articleId" = ${id}`
  if (!row) return null
  const { html, repeatsStandfirst } = row
  const article = toJoined(row)
  const corrections = (await listCorrectionsOf(db, [article])).get(article.id) ?? []
  return { ...article, html, repeatsStandfirst, corrections }
}

/** Where an article stands in every list, whatever became of it: a page that starts after it keeps its meaning. Null when it was never public. */
export async function findCursor(db: Database, id: number): Promise<Cursor | null> {
  if (!isRowNumber(id)) return null
  const row = await db.article.findUnique({ where: { id }, select: { publishedAt: true } })
  return row?.publishedAt ? { publishedAt: row.publishedAt, id } : null
}

export type ListOf = { categoryId?: number; kind?: Kind; from?: Date; before?: Date }

/** A page of published articles, newest first, with their bodies left out; one seek, however long the list. */
export async function listPublished(
  db: Database,
  { categoryId, kind, from, before }: ListOf,
  { after, limit }: { after?: Cursor | null; limit: number },
): Promise<PublishedArticle[]> {
  const rows = await db.publishedArticle.findMany({
    where: {
      categoryId,
      kind,
      AND: [
        { publishedAt: { gte: from, lt: before } },
        // The first bound is what lets the index seek; the second settles equal moments.
        after
          ? {
              publishedAt: { lte: after.publishedAt },
              OR: [{ publishedAt: { lt: after.publishedAt } }, { articleId: { lt: after.id } }],
            }
          : {},
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    take: limit,
    include: withCategory,
  })
  return rows.map(toPublished)
}

/** Whether there is a running wire at all. */
export async function hasFlashes(where: Database | Transaction): Promise<boolean> {
  const row = await where.publishedArticle.findFirst({ where: { kind: 'flash' }, select: { articleId: true } })
  return row !== null
}

/** The bodies of articles, by their numbers. */
export async function listTexts(db: Database, ids: number[]): Promise<Map<number, ReadersText>> {
  const rows = await db.publishedText.findMany({ where: { articleId: { in: ids } } })
  return new Map(rows.map(({ articleId, html, repeatsStandfirst }) => [articleId, { html, repeatsStandfirst }]))
}

/** The newest articles of each of some categories: two queries for all of them together. */
export async function listShelves(
  db: Database,
  categoryIds: number[],
  limit: number,
): Promise<Map<number, PublishedArticle[]>> {
  if (categoryIds.length === 0) return new Map()
  const seeks = categoryIds.map(
    (id) =>
      Prisma.sql`SELECT * FROM (SELECT "articleId", "categoryId", "publishedAt" FROM published_article WHERE "categoryId" = ${id} ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT ${limit}) AS shelf`,
  )
  const stands = await db.$queryRaw<{ articleId: number; categoryId: number }[]>(
    // Without the last words PostgreSQL may give the shelves' rows in any order.
    Prisma.sql`${Prisma.join(seeks, ' UNION ALL ')} ORDER BY "publishedAt" DESC, "articleId" DESC`,
  )
  const articles = await findAllPublished(
    db,
    stands.map(({ articleId }) => Number(articleId)),
  )
  const shelves = new Map<number, PublishedArticle[]>(categoryIds.map((id) => [id, []]))
  for (const { articleId, categoryId } of stands) {
    const article = articles.get(Number(articleId))
    if (article) shelves.get(Number(categoryId))?.push(article)
  }
  return shelves
}

/** The moment of the newest article before an instant, or of the newest of all; null when there is none. */
export async function findNewestMoment(db: Database, before?: Date): Promise<Date | null> {
  const row = await db.publishedArticle.findFirst({
    where: { publishedAt: { lt: before } },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    select: { publishedAt: true },
  })
  return row?.publishedAt ?? null
}

export type MapEntry = {
  path: string
  updatedAt: Date
  /** The address of its lead picture. */
  picture: string | null
  cursor: Cursor
}

type Stretch = { from: Date; before: Date }

/** The article that so many others of a stretch of time come before, oldest first; null when there are not as many. */
export async function findMapCursor(db: Database, { from, before }: Stretch, skip: number): Promise<Cursor | null> {
  const row = await db.publishedArticle.findFirst({
    where: { publishedAt: { gte: from, lt: before } },
    orderBy: [{ publishedAt: 'asc' }, { articleId: 'asc' }],
    skip,
    select: { articleId: true, publishedAt: true },
  })
  return row && { id: row.articleId, publishedAt: row.publishedAt }
}

/** Addresses for a sitemap, oldest first: those of a stretch of time from an article on. */
export async function listMapEntries(
  db: Database,
  { before }: Stretch,
  { from, limit }: { from: Cursor; limit: number },
): Promise<MapEntry[]> {
  const rows = await db.publishedArticle.findMany({
    where: {
      publishedAt: { gte: from.publishedAt, lt: before },
      OR: [{ publishedAt: { gt: from.publishedAt } }, { articleId: { gte: from.id } }],
    },
    orderBy: [{ publishedAt: 'asc' }, { articleId: 'asc' }],
    take: limit,
    select: { articleId: true, path: true, publishedAt: true, updatedAt: true, picture: true },
  })
  return rows.map(({ articleId, path, publishedAt, updatedAt, picture }) => ({
    path,
    updatedAt,
    picture: toReadersPicture(picture)?.address ?? null,
    cursor: { id: articleId, publishedAt },
  }))
}

/** What some articles can be told apart by: lighter by far than the articles, since a search counts a thousand of them. */
export async function listShelved(
  db: Database,
  ids: number[],
): Promise<{ category: string; source: string | null; publishedAt: Date }[]> {
  if (ids.length === 0) return []
  return db.$queryRaw`
    SELECT c."name" AS "category", ${sourceCalled} AS "source", a."publishedAt"
    FROM published_article a JOIN category c ON c."id" = a."categoryId"
    WHERE a."articleId" IN (${Prisma.join(ids)})`
}

/** What an article is weighed by when a reader asks by relevance, of some articles. */
export async function listWeighed(
  db: Database,
  ids: number[],
): Promise<{ id: number; headline: string; standfirst: string | null; html: string }[]> {
  if (ids.length === 0) return []
  return db.$queryRaw`
    SELECT a."articleId" AS "id", a."headline", a."standfirst", t."html"
    FROM published_article a JOIN published_text t ON t."articleId" = a."articleId"
    WHERE a."articleId" IN (${Prisma.join(ids)})`
}

/** Published articles by their numbers, bodies left out. */
export async function findAllPublished(db: Database, ids: number[]): Promise<Map<number, PublishedArticle>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<JoinedRow[]>`
    SELECT ${joinedColumns} FROM published_article a JOIN category c ON c."id" = a."categoryId"
    WHERE a."articleId" IN (${Prisma.join(ids)})`
  return new Map(rows.map(toJoined).map((article) => [article.id, article]))
}

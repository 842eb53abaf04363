import type { ListKind } from '@/newsroom/list-address'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Cursor } from './published'
import { type JoinedRow, joinedColumns, toJoined } from './rows'

/** What a list is of: published articles under any of some names, by their numbers. */
export type Under = { kind: ListKind; ids: number[] }

/** Where it is written which article stands under what. */
const places: Record<ListKind, { table: Prisma.Sql; column: Prisma.Sql }> = {
  tag: { table: Prisma.sql`published_tag`, column: Prisma.sql`"tagId"` },
  source: { table: Prisma.sql`published_source`, column: Prisma.sql`"sourceId"` },
  author: { table: Prisma.sql`published_author`, column: Prisma.sql`"authorId"` },
  security: { table: Prisma.sql`published_security`, column: Prisma.sql`"securityId"` },
}

/** A page of the articles under some names, newest first, each once: one seek a name, however long the list. */
export async function listUnder(
  db: Database,
  under: Under,
  page: { after: Cursor | null; limit: number },
): Promise<PublishedArticle[]> {
  if (under.ids.length === 0) return []
  return (await db.$queryRaw<JoinedRow[]>(pageUnder(under, page))).map(toJoined)
}

/** Which of some names an article that readers see stands under: one seek each. */
export async function findShown(db: Database | Transaction, { kind, ids }: Under): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { table, column } = places[kind]
  const seeks = ids.map(
    (id) => Prisma.sql`SELECT * FROM (SELECT ${column} AS "id" FROM ${table} WHERE ${column} = ${id} LIMIT 1) AS one`,
  )
  const rows = await db.$queryRaw<{ id: number }[]>(Prisma.join(seeks, ' UNION ALL '))
  return new Set(rows.map(({ id }) => Number(id)))
}

/** The statement of `listUnder`. Each name gives its own newest, and of all of these the newest are the page's. */
export function pageUnder({ kind, ids }: Under, { after, limit }: { after: Cursor | null; limit: number }): Prisma.Sql {
  const { table, column } = places[kind]
  // The first bound is what lets the index seek; the second settles equal moments.
  const start = after
    ? Prisma.sql`AND "publishedAt" <= ${after.publishedAt} AND ("publishedAt" < ${after.publishedAt} OR "articleId" < ${after.id})`
    : Prisma.empty
  const seeks = ids.map(
    (id) => Prisma.sql`SELECT * FROM (
      SELECT "articleId", "publishedAt" FROM ${table} WHERE ${column} = ${id} ${start}
      ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT CAST(${limit} AS INTEGER)) AS one`,
  )
  return Prisma.sql`
    SELECT ${joinedColumns}
    FROM (
      SELECT "articleId" FROM (${Prisma.join(seeks, ' UNION ')}) AS named
      ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT CAST(${limit} AS INTEGER)
    ) AS listed
    JOIN published_article a ON a."articleId" = listed."articleId"
    JOIN category c ON c."id" = a."categoryId"
    ORDER BY a."publishedAt" DESC, a."articleId" DESC`
}

import type { ListKind, ListNoun } from '@/newsroom/list-address'
import type { Security } from '@/newsroom/security'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'

/** Numbers of names or of securities, both ends included. */
export type NumberStretch = { from: number; to: number }

/** A list that has something to show, and when its newest article was published. */
export type MappedName = { id: number; name: string; newestAt: Date }
export type MappedSecurity = Security & { id: number; newestAt: Date }

const tables: Record<ListKind, { names: Prisma.Sql; places: Prisma.Sql; column: Prisma.Sql }> = {
  tag: { names: Prisma.sql`tag`, places: Prisma.sql`published_tag`, column: Prisma.sql`"tagId"` },
  source: { names: Prisma.sql`source`, places: Prisma.sql`published_source`, column: Prisma.sql`"sourceId"` },
  author: { names: Prisma.sql`author`, places: Prisma.sql`published_author`, column: Prisma.sql`"authorId"` },
  security: {
    names: Prisma.sql`security`,
    places: Prisma.sql`published_security`,
    column: Prisma.sql`"securityId"`,
  },
}

/** The highest number of a kind; 0 while there is none. */
export async function findLastNumber(db: Database, kind: ListKind): Promise<number> {
  const [row] = await db.$queryRaw<{ last: number | null }[]>`SELECT MAX("id") AS "last" FROM ${tables[kind].names}`
  return Number(row?.last ?? 0)
}

/** Whether a list of a stretch has something to show. */
export async function hasLists(db: Database, kind: ListKind, { from, to }: NumberStretch): Promise<boolean> {
  const { names, places, column } = tables[kind]
  const shown = Prisma.sql`EXISTS (SELECT 1 FROM ${places} p WHERE p.${column} = n."id")`
  const isList =
    kind === 'security'
      ? shown
      : Prisma.sql`n."intoId" IS NULL AND (${shown} OR EXISTS (
          SELECT 1 FROM ${names} led JOIN ${places} p ON p.${column} = led."id" WHERE led."intoId" = n."id"))`
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS "one" FROM ${names} n WHERE n."id" >= ${from} AND n."id" <= ${to} AND ${isList} LIMIT 1`
  return rows.length > 0
}

/** The names of a stretch that lists are called by, `take` of them, and of those the lists that have something to show; `last` is null at the end. */
export async function listMappedNames(
  db: Database,
  noun: ListNoun,
  { from, to, take }: NumberStretch & { take: number },
): Promise<{ lists: MappedName[]; last: number | null }> {
  const rows = await withNewest<NameRow>(db, noun, {
    columns: Prisma.sql`n."id", n."name", n."intoId"`,
    where: Prisma.sql`n."id" >= ${from} AND n."id" <= ${to} AND n."intoId" IS NULL`,
    take,
  })
  const led = rows.length === 0 ? [] : await listLed(db, noun, rows)
  const lists = rows.flatMap(({ id, name, newestAt }) => {
    const moments = [newestAt, ...led.filter(({ intoId }) => Number(intoId) === Number(id)).map((one) => one.newestAt)]
    const newest = moments.reduce((one, other) => (one && other ? (one > other ? one : other) : (one ?? other)), null)
    return newest ? [{ id: Number(id), name, newestAt: newest }] : []
  })
  return { lists, last: lastOf(rows, take) }
}

/** The same of securities. */
export async function listMappedSecurities(
  db: Database,
  { from, to, take }: NumberStretch & { take: number },
): Promise<{ lists: MappedSecurity[]; last: number | null }> {
  const rows = await withNewest<Security>(db, 'security', {
    columns: Prisma.sql`n."id", n."market", n."code"`,
    where: Prisma.sql`n."id" >= ${from} AND n."id" <= ${to}`,
    take,
  })
  const lists = rows.flatMap(({ id, market, code, newestAt }) =>
    newestAt ? [{ id: Number(id), market, code, newestAt }] : [],
  )
  return { lists, last: lastOf(rows, take) }
}

type NameRow = { name: string; intoId: number | null }

function listLed(db: Database, noun: ListNoun, rows: { id: number }[]) {
  return withNewest<NameRow>(db, noun, {
    columns: Prisma.sql`n."id", n."name", n."intoId"`,
    where: Prisma.sql`n."intoId" IN (${Prisma.join(rows.map(({ id }) => Number(id)))})`,
  })
}

/** Rows of a kind in the order of their numbers, each with the moment of its newest article: one seek each. */
async function withNewest<Row>(
  db: Database,
  kind: ListKind,
  { columns, where, take }: { columns: Prisma.Sql; where: Prisma.Sql; take?: number },
): Promise<(Row & { id: number; newestAt: Date | null })[]> {
  const { names, places, column } = tables[kind]
  return db.$queryRaw`
    SELECT found.*, a."publishedAt" AS "newestAt"
    FROM (
      SELECT ${columns}, (
        SELECT p."articleId" FROM ${places} p WHERE p.${column} = n."id"
        ORDER BY p."publishedAt" DESC, p."articleId" DESC LIMIT 1
      ) AS "newest"
      FROM ${names} n WHERE ${where} ORDER BY n."id" ${take === undefined ? Prisma.empty : Prisma.sql`LIMIT CAST(${take} AS INTEGER)`}
    ) AS found
    LEFT JOIN published_article a ON a."articleId" = found."newest"
    ORDER BY found."id"`
}

function lastOf(rows: { id: number }[], take: number): number | null {
  return rows.length < take ? null : Number(rows.at(-1)?.id)
}

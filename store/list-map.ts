import type { ListKind, ListNoun } from '@/newsroom/list-address'
import type { Security } from '@/newsroom/security'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'

/** Numbers of names or of securities, both ends included. */
export type NumberStretch = { from: number; to: number }

/** A list that has something to show. */
export type MappedName = { id: number; name: string }
export type MappedSecurity = Security & { id: number }

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
export async function hasLists(db: Database, kind: ListKind, stretch: NumberStretch): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 AS "one" FROM ${tables[kind].names} n WHERE ${isShown(kind, stretch)} LIMIT 1`
  return rows.length > 0
}

/** The names of a stretch by which lists are called that have something to show, in the order of their numbers, `take` at most. */
export function listMappedNames(
  db: Database,
  noun: ListNoun,
  { take, ...stretch }: NumberStretch & { take: number },
): Promise<MappedName[]> {
  return db.$queryRaw`
    SELECT n."id", n."name" FROM ${tables[noun].names} n
    WHERE ${isShown(noun, stretch)} ORDER BY n."id" LIMIT CAST(${take} AS INTEGER)`
}

/** The same of securities. */
export function listMappedSecurities(
  db: Database,
  { take, ...stretch }: NumberStretch & { take: number },
): Promise<MappedSecurity[]> {
  return db.$queryRaw`
    SELECT n."id", n."market", n."code" FROM security n
    WHERE ${isShown('security', stretch)} ORDER BY n."id" LIMIT CAST(${take} AS INTEGER)`
}

/** A list is shown where an article says its name, or one that leads to it. */
function isShown(kind: ListKind, { from, to }: NumberStretch): Prisma.Sql {
  const { names, places, column } = tables[kind]
  const itself = Prisma.sql`EXISTS (SELECT 1 FROM ${places} p WHERE p.${column} = n."id")`
  const within = Prisma.sql`n."id" >= ${from} AND n."id" <= ${to}`
  if (kind === 'security') return Prisma.sql`${within} AND ${itself}`
  const led = Prisma.sql`EXISTS (
    SELECT 1 FROM ${names} led JOIN ${places} p ON p.${column} = led."id" WHERE led."intoId" = n."id")`
  return Prisma.sql`${within} AND n."intoId" IS NULL AND (${itself} OR ${led})`
}

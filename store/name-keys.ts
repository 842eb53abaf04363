import { nameKeys } from '@/newsroom/search/name-keys'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Filed } from './index-entries'
import { insertRows } from './insert-rows'

/** What is suggested by its name. */
const fields = ['category', 'tag', 'security'] as const
type Named = (typeof fields)[number]

/** Makes what articles are filed under known by what one may type for it, where its name is new. */
export async function writeNameKeys(tx: Transaction, under: Filed[]): Promise<void> {
  for (const field of fields) {
    const numbers = [...new Set(under.filter((one) => one.field === field).map(({ number }) => number))]
    for (let from = 0; from < numbers.length; from += atOnce)
      await writeKeysOf(tx, field, numbers.slice(from, from + atOnce))
  }
}

const atOnce = 2_000

async function writeKeysOf(tx: Transaction, field: Named, numbers: number[]): Promise<void> {
  const stale = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT n."id", n."name" FROM ${Prisma.raw(field)} n
    WHERE n."id" IN (${Prisma.join(numbers)})
      AND NOT EXISTS (SELECT 1 FROM name_key k WHERE k."field" = ${field} AND k."number" = n."id" AND k."name" = n."name")`
  if (stale.length === 0) return
  const ids = stale.map(({ id }) => Number(id))
  await tx.$executeRaw`DELETE FROM name_key WHERE "field" = ${field} AND "number" IN (${Prisma.join(ids)})`
  const rows = stale.flatMap(({ id, name }) => nameKeys(name).map((key) => ({ field, key, number: Number(id), name })))
  for (let from = 0; from < rows.length; from += atOnce)
    await insertRows(tx, 'name_key', rows.slice(from, from + atOnce))
}

type Known = { id: number; name: string }

/** Categories that readers can open, whose names somebody may mean: by slug. */
export async function findCategoriesMeant(
  db: Database,
  key: string,
  limit: number,
): Promise<(Known & { slug: string })[]> {
  return distinct(
    await db.$queryRaw<(Known & { slug: string })[]>`
      SELECT n."id", n."name", n."slug" FROM name_key k JOIN category n ON n."id" = k."number"
      WHERE ${meant('category', key)} AND n."articleCount" > 0 ${order(limit)}`,
    limit,
  )
}

/** Tags of published articles that somebody may mean by a name that is theirs or was, as they are called now. */
export async function findTagsMeant(db: Database, key: string, limit: number): Promise<Known[]> {
  return distinct(
    await db.$queryRaw<Known[]>`
      SELECT n."id", n."name" FROM name_key k
      JOIN tag said ON said."id" = k."number"
      JOIN tag n ON n."id" = COALESCE(said."intoId", said."id")
      WHERE ${meant('tag', key)} AND (
        EXISTS (SELECT 1 FROM published_tag p WHERE p."tagId" = n."id") OR EXISTS (
          SELECT 1 FROM tag led JOIN published_tag p ON p."tagId" = led."id" WHERE led."intoId" = n."id")
      ) ${order(limit)}`,
    limit,
  )
}

type Meant = Known & { market: string; code: string }

/** Securities of published articles whose names or codes somebody may mean. */
export async function findSecuritiesMeant(db: Database, key: string, limit: number): Promise<Meant[]> {
  const isPublished = Prisma.sql`EXISTS (SELECT 1 FROM published_security p WHERE p."securityId" = n."id")`
  const [byCode, byName] = await Promise.all([
    db.$queryRaw<Meant[]>`
      SELECT n."id", n."name", n."market", n."code" FROM security n
      WHERE n."code" >= ${key.toUpperCase()} AND n."code" < ${key.toUpperCase() + last} AND ${isPublished}
      ORDER BY n."code" LIMIT CAST(${limit} AS INTEGER)`,
    db.$queryRaw<Meant[]>`
      SELECT n."id", n."name", n."market", n."code" FROM name_key k JOIN security n ON n."id" = k."number"
      WHERE ${meant('security', key)} AND ${isPublished} ${order(limit)}`,
  ])
  return distinct([...byCode, ...byName], limit)
}

/** After every text that begins with what stands before it. */
const last = '\u{10ffff}'

/** A seek: what begins with a key lies together. */
function meant(field: Named, key: string): Prisma.Sql {
  return Prisma.sql`k."field" = ${field} AND k."key" >= ${key} AND k."key" < ${key + last}`
}

/** One name may have several keys that begin so. */
function order(limit: number): Prisma.Sql {
  return Prisma.sql`ORDER BY k."key", k."number" LIMIT CAST(${limit * 4} AS INTEGER)`
}

function distinct<One extends Known>(rows: One[], limit: number): One[] {
  return [...new Map(rows.map((row) => [Number(row.id), row])).values()].slice(0, limit)
}

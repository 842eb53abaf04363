import { isWord } from '@/newsroom/search/fold-text'
import { gramsOfPhrase } from '@/newsroom/search/grams'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { secondOf } from './search-ask'
import { boundAt } from './sqlite-rows'
import { kindOf } from './store-kind'

/** Articles around a moment, no more of them read than a bound. */
export type Around = { at: Date; from: Date; before: Date; limit: number }

/** Which articles around a moment have a term: the nearest, and about how many there are in all of that time. */
export type TermRows = { term: string; ids: number[]; count: number }

/**
 * Looks terms of articles (pairs of signs, whole words) up in the index that searches find by: one statement for all of them, and of each no
 * more rows than the bound, however common it is and however long the archive.
 */
export function listByTerms(tx: Transaction, terms: string[], around: Around): Promise<TermRows[]> {
  if (terms.length === 0) return Promise.resolve([])
  return kindOf(tx) === 'sqlite' ? listInSqlite(tx, terms, around) : listInPostgresql(tx, terms, around)
}

type Read = { term: bigint | number; ids: string | null; read: bigint | number; oldest: bigint | number | null }

async function listInSqlite(
  tx: Transaction,
  terms: string[],
  { at, from, before, limit }: Around,
): Promise<TermRows[]> {
  const here = secondOf(at)
  const [first, next, last] = [boundAt(secondOf(from)), boundAt(here + 1), boundAt(secondOf(before))]
  const seeks = terms.map((term, number) => {
    const hits = (range: Prisma.Sql) =>
      Prisma.sql`SELECT rowid AS "row" FROM article_words WHERE article_words MATCH ${`"${term}"`} AND ${range} LIMIT ${limit}`
    return Prisma.sql`
      SELECT CAST(${number} AS INTEGER) AS "term", group_concat(r."id") AS "ids", COUNT(*) AS "read", MIN(r."second") AS "oldest"
      FROM (
        SELECT * FROM (${hits(Prisma.sql`rowid >= ${first} AND rowid < ${next} ORDER BY rowid DESC`)})
        UNION ALL SELECT * FROM (${hits(Prisma.sql`rowid >= ${next} AND rowid < ${last} ORDER BY rowid`)})
      ) AS hit JOIN article_row r ON r."row" = hit."row"`
  })
  const rows = await tx.$queryRaw<Read[]>(Prisma.sql`${Prisma.join(seeks, ' UNION ALL ')}`)
  return rows.map((row) => toRows(row, terms, { here, first: secondOf(from), limit }))
}

async function listInPostgresql(
  tx: Transaction,
  terms: string[],
  { at, from, before, limit }: Around,
): Promise<TermRows[]> {
  const asked = terms.map((term) => `{${gramsOfPhrase(term).grams.join(',')}}`)
  const words = terms.map((term) => (isWord(term) ? `% ${term} %` : '%'))
  const here = secondOf(at)
  // The bound of the inner list keeps the planner from walking the archive by date, which is what it would rather do.
  const rows = await tx.$queryRaw<Read[]>`
    SELECT t."number" - 1 AS "term", string_agg(CAST(h."id" AS TEXT), ',') AS "ids", COUNT(*) AS "read",
      FLOOR(EXTRACT(EPOCH FROM MIN(h."at")))::bigint AS "oldest"
    FROM unnest(CAST(${asked} AS TEXT[]), CAST(${words} AS TEXT[])) WITH ORDINALITY AS t("grams", "words", "number")
    CROSS JOIN LATERAL (
      SELECT "id", "at" FROM (
        SELECT "id", "at" FROM article_grams
        WHERE "grams" @> CAST(t."grams" AS int4[]) AND "grams" && CAST(${weeksAround(from, before)} AS int4[]) AND "words" LIKE t."words"
        LIMIT ${mostRead}
      ) AS hit
      WHERE "at" >= ${from} AND "at" < ${before}
      ORDER BY ABS(EXTRACT(EPOCH FROM "at") - CAST(${here} AS INTEGER)), "id" LIMIT ${limit}
    ) AS h
    GROUP BY t."number"`
  return rows.map((row) => toRows(row, terms, { here, first: secondOf(from), limit }))
}

/** Rows that PostgreSQL reads of a common term before it puts them in order. */
const mostRead = 1000
const secondsOfDay = 86_400

/** The numbers under which `postgresql-index.ts` keeps stretches of eight days. */
function weeksAround(from: Date, before: Date): string {
  const [first, last] = [from, before].map((at) => Math.floor(secondOf(at) / secondsOfDay / 8))
  const weeks = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, at) => (first ?? 0) + at)
  return `{${weeks.map((week) => (2 << 16) | (week & 0xffff)).join(',')}}`
}

/** Where not all were read, those that were tell how close they lie, and so how many there are. */
function toRows(
  { term, ids, read, oldest }: Read,
  terms: string[],
  { here, first, limit }: { here: number; first: number; limit: number },
): TermRows {
  const found = (ids ?? '').split(',').filter(Boolean).map(Number)
  const count = Number(read)
  const span = oldest === null ? 1 : Math.max(1, here - Number(oldest))
  const all = count < limit ? count : Math.round((count * Math.max(span, here - first)) / span)
  return { term: terms[Number(term)] ?? '', ids: found, count: all }
}

import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { insertRows } from './insert-rows'
import type { Match } from './search-ask'

/**
 * Rows for each second. An index says of every row how far it is from the one before, once for each word: close numbers are what keeps it
 * small. Numbers made of the second and the article's own were six bytes apart, these are two or three.
 */
const rowsOfSecond = 16

/** Which rows: of what readers find, or of what the desk finds. */
export type RowTable = 'article_row' | 'desk_row'

/** The first row of a second. */
export function firstRowOf(second: number): number {
  return second * rowsOfSecond
}

/**
 * The first row of a second, to bound what FTS5 looks through. Whole numbers of more than 32 bits are bound as REAL, which FTS5 takes for no
 * bound: it then walks all that has a word, 40 ms where a million articles are.
 */
export function boundAt(second: number): Prisma.Sql {
  return Prisma.sql`CAST(${firstRowOf(second)} AS INTEGER)`
}

/**
 * The rows of articles, by their numbers, in the order of time and, within a second, of coming. An article that had one keeps it while its time
 * is the same. Where a second is full, the next free row serves: the order is then off by as many articles as were too many.
 */
export async function takeRows(
  tx: Transaction,
  articles: Match[],
  table: RowTable = 'article_row',
): Promise<Map<number, number>> {
  const known = await tx.$queryRaw<{ row: number; id: number; second: number }[]>`
    SELECT "row", "id", "second" FROM ${named(table)} WHERE "id" IN (${Prisma.join(articles.map(({ id }) => id))})`
  const seconds = new Map(articles.map(({ id, second }) => [id, second]))
  const stale = known.filter(({ id, second }) => seconds.get(Number(id)) !== Number(second))
  if (stale.length > 0)
    await tx.$executeRaw`DELETE FROM ${named(table)} WHERE "row" IN (${Prisma.join(stale.map(({ row }) => Number(row)))})`
  const rows = new Map(known.filter((one) => !stale.includes(one)).map(({ row, id }) => [Number(id), Number(row)]))
  for (const [id, row] of await takeNewRows(
    tx,
    articles.filter(({ id }) => !rows.has(id)),
    table,
  ))
    rows.set(id, row)
  return rows
}

async function takeNewRows(tx: Transaction, articles: Match[], table: RowTable): Promise<Map<number, number>> {
  const rows = new Map<number, number>()
  if (articles.length === 0) return rows
  const next = await nextRows(tx, [...new Set(articles.map(({ second }) => second))], table)
  const tooMany: Match[] = []
  for (const article of articles.toSorted((a, b) => a.id - b.id)) {
    const row = next.get(article.second) ?? firstRowOf(article.second)
    if (row >= firstRowOf(article.second + 1)) tooMany.push(article)
    else rows.set(article.id, row)
    next.set(article.second, row + 1)
  }
  const fitting = articles.filter(({ id }) => rows.has(id))
  await insertRows(
    tx,
    table,
    fitting.map(({ id, second }) => ({ row: rows.get(id) ?? 0, id, second })),
  )
  for (const article of tooMany) rows.set(article.id, await takeFreeRow(tx, article, table))
  return rows
}

/** After the last that is taken of each second. */
async function nextRows(tx: Transaction, seconds: number[], table: RowTable): Promise<Map<number, number>> {
  const taken = await tx.$queryRaw<{ second: number; last: number }[]>`
    SELECT s.value AS "second",
      (SELECT MAX("row") FROM ${named(table)} WHERE "row" >= s.value * ${rowsOfSecond} AND "row" < (s.value + 1) * ${rowsOfSecond}) AS "last"
    FROM json_each(${JSON.stringify(seconds)}) AS s`
  return new Map(
    taken.flatMap(({ second, last }) => (last === null ? [] : [[Number(second), Number(last) + 1] as const])),
  )
}

async function takeFreeRow(tx: Transaction, { id, second }: Match, table: RowTable): Promise<number> {
  const [free] = await tx.$queryRaw<{ row: number }[]>`
    SELECT "row" + 1 AS "row" FROM ${named(table)} AS taken
    WHERE "row" >= ${firstRowOf(second)} AND NOT EXISTS (SELECT 1 FROM ${named(table)} WHERE "row" = taken."row" + 1)
    ORDER BY "row" LIMIT 1`
  const row = Number(free?.row ?? firstRowOf(second))
  await insertRows(tx, table, [{ row, id, second }])
  return row
}

function named(table: RowTable): Prisma.Sql {
  return Prisma.raw(table)
}

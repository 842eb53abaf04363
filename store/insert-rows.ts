import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { storable } from './storable-text'

type Value = string | number | boolean | Date | Uint8Array | null

/** What a table's columns hold: lists and objects go in as JSON. */
export type Row = Record<string, Value | string[] | object | undefined>

/**
 * Inserts many rows with one statement. Prisma compiles every `createMany` anew, rows and all, which is half the time of an import; this
 * costs a third of it. Every row has the columns of the first.
 */
export async function insertRows(tx: Transaction, table: string, rows: Row[]): Promise<void> {
  if (rows.length > 0) await tx.$executeRaw(insertion(table, rows))
}

/** The same, for a table that numbers its rows: gives back the numbers by the value of one column. */
export async function insertNumberedRows(
  tx: Transaction,
  table: string,
  rows: Row[],
  key: string,
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const numbered = await tx.$queryRaw<{ id: number | bigint; key: string }[]>(
    Prisma.sql`${insertion(table, rows)} RETURNING id, ${name(key)} AS "key"`,
  )
  return new Map(numbered.map((row) => [row.key, Number(row.id)]))
}

/** The same, for rows of which some may be there: one with the same values in the columns `by` takes the values of `change`. */
export async function upsertRows(
  tx: Transaction,
  table: string,
  rows: Row[],
  { by, change }: { by: string[]; change: string[] },
): Promise<void> {
  if (rows.length === 0) return
  const changes = change.map((column) => Prisma.sql`${name(column)} = excluded.${name(column)}`)
  await tx.$executeRaw`${insertion(table, rows)} ON CONFLICT (${Prisma.join(by.map(name))}) DO UPDATE SET ${Prisma.join(changes)}`
}

function insertion(table: string, rows: Row[]): Prisma.Sql {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => Prisma.sql`(${Prisma.join(columns.map((column) => toValue(row[column])))})`)
  return Prisma.sql`INSERT INTO ${name(table)} (${Prisma.join(columns.map(name))}) VALUES ${Prisma.join(values)}`
}

/** Tables and columns are named by the code, never by a request. */
function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`)
}

function toValue(value: Row[string]): Value {
  if (value === undefined || value === null) return null
  return typeof value === 'object' && !(value instanceof Date) && !(value instanceof Uint8Array)
    ? JSON.stringify(storable(value))
    : value
}

import 'server-only'
import { hearOwnChanges } from './ears'
import type { PrismaClient } from './generated/sqlite/client'
import { withKind } from './store-kind'

/** Either store: the code that reads and writes knows the one client, whichever lies beneath. */
export type Database = PrismaClient
/** What runs inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** Whether an address names a store on a PostgreSQL server; any other is a SQLite file. */
export function isPostgresql(url: string): boolean {
  return /^postgres(ql)?:/.test(url)
}

/** Opens the store at an address. Close it with `$disconnect()`. Either kind is loaded when it is asked for: nobody pays for the other. */
export async function openDatabase(url: string): Promise<Database> {
  if (!isPostgresql(url)) return withKind(await (await import('./open-sqlite')).openSqlite(url), 'sqlite')
  const { openPostgresql } = await import('./open-postgresql')
  return withKind(await openPostgresql(url, { afterCommit: hearOwnChanges }), 'postgresql')
}

const shared = Symbol.for('dibao.database')
const holder = globalThis as { [shared]?: Promise<Database> }

/** The process's one database: Next bundles its own copy of this module, so it is kept where every copy finds it. */
export function database(url: string): Promise<Database> {
  holder[shared] ??= openDatabase(url)
  return holder[shared]
}

/** Closes the process's database, when it was opened. */
export async function closeDatabase(): Promise<void> {
  const open = await holder[shared]
  holder[shared] = undefined
  await open?.$disconnect()
}

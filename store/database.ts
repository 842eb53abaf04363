import 'server-only'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PrismaClient } from './generated/client'
import { SqliteAdapter } from './sqlite-adapter'

export type Database = PrismaClient
/** What runs inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/** Opens the store at a `file:` address, making its folder. Close it with `$disconnect()`. */
export async function openDatabase(url: string): Promise<Database> {
  await mkdir(dirname(url.slice('file:'.length)), { recursive: true })
  const database = new PrismaClient({
    adapter: new SqliteAdapter(url),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  })
  // The journal's mode lasts in the file: readers go on while somebody writes, whoever opens it later.
  await database.$queryRaw`PRAGMA journal_mode=WAL`
  // A commit is then lost only with the machine's power, and the file is whole even so (SQLite's own advice for WAL).
  await database.$queryRaw`PRAGMA synchronous=NORMAL`
  return database
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

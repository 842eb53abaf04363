import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PrismaClient } from './generated/sqlite/client'
import { SqliteAdapter } from './sqlite-adapter'
import { transactionOptions } from './transaction-options'

/** Opens the store in a SQLite file, making its folder. */
export async function openSqlite(url: string): Promise<PrismaClient> {
  await mkdir(dirname(url.slice('file:'.length)), { recursive: true })
  const database = new PrismaClient({ adapter: new SqliteAdapter(url), transactionOptions })
  // The journal's mode lasts in the file: readers go on while somebody writes, whoever opens it later.
  await database.$queryRaw`PRAGMA journal_mode=WAL`
  return database
}

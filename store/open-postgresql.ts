import { PrismaClient } from './generated/postgresql/client'
import type { PrismaClient as SqliteClient } from './generated/sqlite/client'
import { PostgresqlAdapter, type PostgresqlOptions } from './postgresql-adapter'
import { transactionOptions } from './transaction-options'

/** Opens the store on a PostgreSQL server. */
export async function openPostgresql(url: string, options?: PostgresqlOptions): Promise<SqliteClient> {
  const database = new PrismaClient({ adapter: new PostgresqlAdapter(url, options), transactionOptions })
  // The two are made of one schema: they differ in what SQLite has no word for, and the code is checked against the one with fewer.
  return database as unknown as SqliteClient
}

import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'libsql'
import type { Migration } from './migrate'
import { appliedMigrations, pendingMigrations } from './pending-migrations'

/** Brings a SQLite file up to date, making its folder. */
export async function migrateSqlite(url: string, migrations: Migration[]): Promise<string[]> {
  const path = url.slice('file:'.length)
  await mkdir(dirname(path), { recursive: true })
  const database = new Database(path, { timeout: 10_000 })
  try {
    // Prisma rebuilds a SQLite table by dropping it, and a drop deletes the rows that point at it. Its own PRAGMA is
    // ignored inside a transaction, so it has to come before.
    database.exec('PRAGMA foreign_keys=OFF')
    return database.transaction(() => applyAll(database, migrations)).immediate()
  } finally {
    database.close()
  }
}

function applyAll(database: Database.Database, migrations: Migration[]): string[] {
  database.exec(ledger)
  const pending = pendingMigrations(migrations, database.prepare(appliedMigrations).all())
  const record = database.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  )
  for (const { name, sql, checksum } of pending) {
    database.exec(sql)
    record.run(randomUUID(), checksum, name, Date.now(), Date.now())
  }
  const applied = pending.map(({ name }) => name)
  const orphans = applied.length > 0 && database.prepare('PRAGMA foreign_key_check').all().length > 0
  if (orphans) throw new Error(`The migrations ${applied.join(', ')} leave rows that point at nothing.`)
  return applied
}

// Prisma's own table, to the letter, so that its command line can take over where it runs.
const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'

/**
 * Brings a database up to date with `prisma/migrations`, recording each as `prisma migrate deploy` does, and returns the
 * names it applied. All or nothing: a failing migration leaves the database as it was. Throws when a migration was edited
 * after it had been applied, or when one leaves a row pointing nowhere.
 */
export async function migrate({ url, directory }: { url: string; directory: string }): Promise<string[]> {
  const path = url.slice('file:'.length)
  await mkdir(dirname(path), { recursive: true })
  const migrations = await readMigrations(directory)
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
  const rows = appliedRow
    .array()
    .parse(
      database
        .prepare(
          'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
        )
        .all(),
    )
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const record = database.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  )
  const applied: string[] = []
  for (const { name, sql } of migrations) {
    const checksum = createHash('sha256').update(sql).digest('hex')
    if (done.has(name)) {
      if (done.get(name) !== checksum)
        throw new Error(`The migration ${name} was edited after it was applied; put it back and write a new one.`)
      continue
    }
    database.exec(sql)
    record.run(randomUUID(), checksum, name, Date.now(), Date.now())
    applied.push(name)
  }
  const orphans = applied.length > 0 && database.prepare('PRAGMA foreign_key_check').all().length > 0
  if (orphans) throw new Error(`The migrations ${applied.join(', ')} leave rows that point at nothing.`)
  return applied
}

type Migration = { name: string; sql: string }
const appliedRow = z.object({ migration_name: z.string(), checksum: z.string() })

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(directory, name, 'migration.sql'), 'utf8') })),
  )
}

// Prisma's own table, to the letter, so that its command line can take over where it runs.
const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

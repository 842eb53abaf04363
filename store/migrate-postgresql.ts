import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Migration } from './migrate'
import { appliedMigrations, pendingMigrations } from './pending-migrations'
import { reachPostgresql } from './reach-postgresql'

/** The lock of Prisma's own command line, so that neither migrates while the other does. */
const migrating = 72_707_369

/** Brings a PostgreSQL database up to date. Processes that start together wait for each other. */
export async function migratePostgresql(url: string, migrations: Migration[]): Promise<string[]> {
  const client = await reachPostgresql(url)
  try {
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(${migrating})`)
    const applied = await applyAll(client, migrations)
    await client.query('COMMIT')
    return applied
  } finally {
    // What was not committed is taken back with the connection.
    await client.end()
  }
}

async function applyAll(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(ledger)
  const pending = pendingMigrations(migrations, (await client.query(appliedMigrations)).rows)
  for (const { name, sql, checksum } of pending) {
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)',
      [randomUUID(), checksum, name],
    )
  }
  return pending.map(({ name }) => name)
}

// Prisma's own table, to the letter, so that its command line can take over where it runs.
const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPostgresql } from './database'

/**
 * Brings a database up to date with the migrations of its kind in the project's `prisma` folder, recording each as `prisma migrate
 * deploy` does, and returns the names it applied. All or nothing: a failing migration leaves the database as it was. Throws when a
 * migration was edited after it had been applied, or when one leaves a row pointing nowhere.
 */
export async function migrate({ url, prismaFolder }: { url: string; prismaFolder: string }): Promise<string[]> {
  const migrations = await readMigrations(migrationsOf(url, prismaFolder))
  if (isPostgresql(url)) return (await import('./migrate-postgresql')).migratePostgresql(url, migrations)
  return (await import('./migrate-sqlite')).migrateSqlite(url, migrations)
}

/** Where the migrations for a kind of database lie, as Prisma's own command line wants them: beside their schema. */
export function migrationsOf(url: string, prismaFolder: string): string {
  return isPostgresql(url) ? join(prismaFolder, 'postgresql/migrations') : join(prismaFolder, 'migrations')
}

export type Migration = { name: string; sql: string; checksum: string }

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

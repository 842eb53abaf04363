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
  const migrations = await readMigrations({ url, prismaFolder })
  if (isPostgresql(url)) return (await import('./migrate-postgresql')).migratePostgresql(url, migrations)
  return (await import('./migrate-sqlite')).migrateSqlite(url, migrations)
}

export type Migration = { name: string; sql: string; checksum: string }

/** The migrations for a kind of database, which lie where Prisma's own command line wants them: beside their schema. */
export async function readMigrations({
  url,
  prismaFolder,
}: {
  url: string
  prismaFolder: string
}): Promise<Migration[]> {
  const directory = join(prismaFolder, isPostgresql(url) ? 'postgresql/migrations' : 'migrations')
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

import { z } from 'zod'
import type { Migration } from './migrate'

/** What the ledger is asked: the same words for either kind of database. */
export const appliedMigrations =
  'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'

const appliedRows = z.array(z.object({ migration_name: z.string(), checksum: z.string() }))

/** Those that the ledger does not have. Throws for one that is not what it was when it was applied. */
export function pendingMigrations(migrations: Migration[], ledger: unknown): Migration[] {
  const done = new Map(appliedRows.parse(ledger).map((row) => [row.migration_name, row.checksum]))
  const edited = migrations.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
  if (edited)
    throw new Error(`The migration ${edited.name} was edited after it was applied; put it back and write a new one.`)
  return migrations.filter(({ name }) => !done.has(name))
}

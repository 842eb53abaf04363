import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process/program'

/** Notes under which migrations a store was made. */
export function stampStore(store: string): void {
  writeFileSync(join(store, 'migrations.json'), JSON.stringify(migrations()))
}

/** Whether the portal can bring a kept store up to date: later migrations may have come, none may have been rewritten. */
export function isUsable(store: string): boolean {
  const stamp = join(store, 'migrations.json')
  if (!existsSync(stamp)) return false
  const made: string[] = JSON.parse(readFileSync(stamp, 'utf8'))
  const now = migrations()
  return made.every((migration, index) => migration === now[index])
}

function migrations(): string[] {
  const folder = join(root, 'prisma/migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name, 'migration.sql')))
          .digest('hex')}`,
    )
}

import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { watchUsage } from '../process/process-usage'
import { ended, listenTo, startCommand } from '../process/program'

export type ImportRun = {
  size: number
  seconds: number
  cpuSeconds: number
  postsPerSecond: number
  peakRssBytes: number
  storeBytes: number
}

/** Imports a site into an empty store with the command that a person types. Throws when not every post became an article. */
export async function runImport(site: string, dataDir: string, size: number): Promise<ImportRun> {
  rmSync(dataDir, { recursive: true, force: true })
  const started = performance.now()
  const child = startCommand(['import', site], dataDir)
  const said = listenTo(child)
  const watching = watchUsage(child.pid)
  const code = await ended(child)
  const seconds = (performance.now() - started) / 1000
  const { cpuSeconds, peakRssBytes } = watching.stop()
  const created = Number(/(\d+) created/.exec(said())?.[1] ?? 0)
  if (code !== 0 || created !== size) throw new Error(`the import of ${size} posts ended with ${code}:\n${said()}`)
  return { size, seconds, cpuSeconds, postsPerSecond: size / seconds, peakRssBytes, storeBytes: bytesOf(dataDir) }
}

/** The database with its journal, as it lies on the disk. */
function bytesOf(dataDir: string): number {
  const sizes = ['dibao.db', 'dibao.db-wal'].map(
    (name) => statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0,
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Imports a site into a PostgreSQL database: a second time changes nothing. */
export async function importIntoPostgres(
  url: string,
  { site, dataDir, say }: { site: string; dataDir: string; say: (words: string) => void },
): Promise<void> {
  say('Importing into PostgreSQL …')
  const importing = startCommand(['import', site], dataDir, { variables: { DATABASE_URL: url } })
  const said = listenTo(importing)
  const begun = performance.now()
  if ((await ended(importing)) !== 0) throw new Error(said().trim())
  say(`… in ${Math.round((performance.now() - begun) / 1000)} s`)
}

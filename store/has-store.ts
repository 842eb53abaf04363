import { open } from 'node:fs/promises'
import { isPostgresql } from './database'
import { withoutPassword } from './without-password'

/**
 * Whether a portal has made its store at an address. Makes nothing there to find out: no folder, no file, no table. Throws one sentence for a
 * PostgreSQL server that cannot be reached.
 */
export async function hasStore(url: string): Promise<boolean> {
  return isPostgresql(url) ? hasPostgresqlStore(url) : hasSqliteStore(url.slice('file:'.length))
}

/** Throws one sentence where no portal has made its store at an address; for whoever only reads. */
export async function refuseMissingStore(url: string): Promise<void> {
  if (await hasStore(url)) return
  throw new Error(
    `There is no store at ${withoutPassword(url)}; DATA_DIR and DATABASE_URL have to be those of the portal, and it has to have been started once.`,
  )
}

/** The first words of every SQLite file. */
const signature = 'SQLite format 3\0'

/** A table that nobody else's database has beside the ledger of migrations. */
const landmark = 'published_article'

async function hasSqliteStore(path: string): Promise<boolean> {
  if ((await firstWords(path)) !== signature) return false
  const { default: Database } = await import('libsql')
  const database = new Database(path, { timeout: 10_000 })
  try {
    return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(landmark) !== undefined
  } catch (error) {
    if (isNoDatabase(error)) return false
    throw error
  } finally {
    database.close()
  }
}

/** What begins like a database and is none. */
function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(String(error.code))
}

async function firstWords(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return null
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(signature.length) })
    return buffer.toString('latin1', 0, bytesRead)
  } catch {
    // A folder, or a disk that fails.
    return null
  } finally {
    await file.close()
  }
}

async function hasPostgresqlStore(url: string): Promise<boolean> {
  const { reachPostgresql } = await import('./reach-postgresql')
  const client = await reachPostgresql(url)
  try {
    return (await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [landmark])).rows[0]?.there === true
  } finally {
    await client.end()
  }
}

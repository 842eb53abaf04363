import Database from 'libsql'
import { z } from 'zod'
import { readTouched } from './changes'
import type { Ear, OnChange } from './hear-changes'

/** No request is answered with a page older than this. */
const millisecondsBetweenQuestions = 1

const one = z.object({ data_version: z.number() })
const bounds = z.object({ oldest: z.number().nullable(), newest: z.number().nullable() })
const rows = z.array(z.object({ id: z.number(), touched: z.unknown() }))

/**
 * Hears commits through `PRAGMA data_version`, which SQLite changes whenever another connection, of any process, has committed. The
 * number means something on one connection only, so the ear has its own, and asks it in the way of a request: without a watcher, no
 * commit is ever heard late.
 */
export function openSqliteEar(url: string, onChange: OnChange): Ear {
  const database = new Database(url.slice('file:'.length), { timeout: 10_000 })
  const version = database.prepare('PRAGMA data_version')
  const range = database.prepare('SELECT MIN(id) AS oldest, MAX(id) AS newest FROM change')
  const after = database.prepare('SELECT id, touched FROM change WHERE id > ? ORDER BY id')
  let seen = one.parse(version.get()).data_version
  let last = bounds.parse(range.get()).newest ?? 0
  let asked = Number.NEGATIVE_INFINITY

  return { isCurrent, close: async () => void database.close() }

  function isCurrent(): boolean {
    const now = performance.now()
    if (now - asked < millisecondsBetweenQuestions) return true
    const { data_version } = one.parse(version.get())
    asked = now
    if (data_version !== seen) {
      catchUp()
      // Only now: had the log refused to be read, the next request would have to ask again.
      seen = data_version
    }
    return true
  }

  function catchUp(): void {
    const { oldest, newest } = bounds.parse(range.get())
    if (newest === null || newest === last) return
    // The log was trimmed beyond what this process knew, or the file was put in the place of another.
    if (newest < last || (oldest !== null && oldest > last + 1)) {
      last = newest
      onChange('everything')
      return
    }
    for (const { id, touched } of rows.parse(after.all(last))) {
      onChange(readTouched(touched))
      last = id
    }
  }
}

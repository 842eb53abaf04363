import Database from 'libsql'
import { z } from 'zod'
import type { Ear, OnChange } from './hear-changes'
import { logPosition, touchedIn } from './log-position'

/** No request is answered with a page older than this. */
const millisecondsBetweenQuestions = 1

const one = z.object({ data_version: z.number() })
const bounds = z.object({ oldest: z.number().nullable(), newest: z.number().nullable() })
const entries = z.array(z.object({ id: z.number(), touched: z.unknown().transform(touchedIn) }))

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
  let asked = Number.NEGATIVE_INFINITY
  const position = logPosition(bounds.parse(range.get()), onChange)

  return { isCurrent, catchUp: async () => hear(), close: async () => void database.close() }

  function isCurrent(): boolean {
    const now = performance.now()
    if (now - asked >= millisecondsBetweenQuestions) {
      hear()
      asked = now
    }
    return true
  }

  function hear(): void {
    const { data_version } = one.parse(version.get())
    if (data_version === seen) return
    if (!position.findGap(bounds.parse(range.get()))) position.read(entries.parse(after.all(position.last())))
    // Only now: had the log refused to be read, the next request would have to ask again.
    seen = data_version
  }
}

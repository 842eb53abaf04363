import { readIndexEntries } from './index-entries'
import { writeNameKeys } from './name-keys'
import type { Ask, Match } from './search-ask'
import { indexOf } from './search-indexes'
import type { Database, Transaction } from './database'

/** Where readers look: in all that an article says, or in its headline only. */
type Place = 'text' | 'headlines'

/** Lets published articles be found as readers see them now, in the transaction that shows them; those that readers no longer see are not found. */
export async function indexArticles(tx: Transaction, ids: number[]): Promise<void> {
  const entries = await readIndexEntries(tx, ids)
  await indexOf(tx, 'text').write(tx, entries)
  await indexOf(tx, 'headlines').write(
    tx,
    entries.map((entry) => ({ ...entry, parts: entry.parts.slice(0, 1) })),
  )
  await writeNameKeys(
    tx,
    entries.flatMap(({ under }) => under),
  )
}

/** Forgets articles, before what readers see of them goes. */
export async function unindexArticles(tx: Transaction, ids: number[]): Promise<void> {
  await indexOf(tx, 'text').remove(tx, ids)
  await indexOf(tx, 'headlines').remove(tx, ids)
}

/** The newest articles that have all that is asked for, after a place in that order. */
export function findMatches(
  db: Database,
  ask: Ask,
  page: { after: Match | null; limit: number },
  place: Place = 'text',
): Promise<Match[]> {
  return indexOf(db, place).find(db, ask, page)
}

/** Those of some articles that would be found. */
export function findAmong(db: Database, ask: Ask, ids: number[], place: Place = 'text'): Promise<number[]> {
  return indexOf(db, place).among(db, ask, ids)
}

/** Lays together what many articles at once have left in pieces, so that it takes less room; for after an import. */
export async function tidyIndexes(db: Database): Promise<void> {
  for (const place of ['text', 'headlines'] as const) await indexOf(db, place).tidy(db)
}

/** Whether an article would be found. */
export async function isMatch(db: Database, ask: Ask, id: number, place: Place = 'text'): Promise<boolean> {
  return (await findAmong(db, ask, [id], place)).length > 0
}

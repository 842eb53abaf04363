import { readIndexEntries } from './index-entries'
import { postgresqlIndex } from './postgresql-index'
import type { Ask, ArticleIndex, Match } from './search-ask'
import { sqliteIndex } from './sqlite-index'
import { kindOf } from './store-kind'
import type { Database, Transaction } from './database'

const indexes: Record<ReturnType<typeof kindOf>, ArticleIndex> = { sqlite: sqliteIndex, postgresql: postgresqlIndex }

/** Lets published articles be found as readers see them now, in the transaction that shows them; those that readers no longer see are not found. */
export async function indexArticles(tx: Transaction, ids: number[]): Promise<void> {
  await indexes[kindOf(tx)].write(tx, await readIndexEntries(tx, ids))
}

/** Forgets articles, before what readers see of them goes. */
export async function unindexArticles(tx: Transaction, articles: { id: number; publishedAt: Date }[]): Promise<void> {
  if (articles.length > 0) await indexes[kindOf(tx)].remove(tx, articles)
}

/** The newest articles that have all that is asked for, after a place in that order. */
export function findMatches(db: Database, ask: Ask, page: { after: Match | null; limit: number }): Promise<Match[]> {
  return indexes[kindOf(db)].find(db, ask, page)
}

/** Whether an article would be found. */
export function isMatch(db: Database, ask: Ask, id: number): Promise<boolean> {
  return indexes[kindOf(db)].has(db, ask, id)
}

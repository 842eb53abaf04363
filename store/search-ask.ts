import type { Database, Transaction } from './database'
import type { Filed, IndexEntry } from './index-entries'

/** What is to be found, in the store's own terms. Phrases are folded. */
export type Ask = {
  phrases: string[]
  without: string[]
  /** Of each list, one at least. */
  under: Filed[][]
  notUnder: Filed[]
  from: Date | null
  before: Date | null
}

/** An article that was found, and its place in the order: newest first, to the second, then by number. */
export type Match = { id: number; second: number }

/** How one kind of store finds articles. */
export type ArticleIndex = {
  write: (tx: Transaction, entries: IndexEntry[]) => Promise<void>
  remove: (tx: Transaction, ids: number[]) => Promise<void>
  find: (db: Database, ask: Ask, page: { after: Match | null; limit: number }) => Promise<Match[]>
  /** Those of some that would be found. */
  among: (db: Database | Transaction, ask: Ask, ids: number[]) => Promise<number[]>
  /** Lays together what came in many pieces; others read and write meanwhile. */
  tidy: (db: Database) => Promise<void>
}

/** Asks for everything there is: what narrows it is written over it. */
export const everything: Ask = { phrases: [], without: [], under: [], notUnder: [], from: null, before: null }

export function toMatch({ id, at }: { id: number; at: Date }): Match {
  return { id, second: secondOf(at) }
}

/** The second of an instant, since 1970. */
export function secondOf(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}

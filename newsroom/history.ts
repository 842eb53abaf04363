import { createHash } from 'node:crypto'
import type { Staff } from './staff'

/** How a text came about, or what was done with it. */
export const historyActs = [
  'found',
  'write',
  'autosave',
  'save',
  'merge',
  'restore',
  'publish',
  'move',
  'kill',
  'correct',
  'spike',
  'import',
  'relate',
] as const
export type HistoryAct = (typeof historyActs)[number]

/** One act on an article: who, when, what and why. `found` is what stood there when the history of an older article began. */
export type HistoryEntry = {
  /** In the order of the acts of one article; autosaves that were thinned out leave gaps. */
  number: number
  /** Of the text that the act left. */
  version: number
  act: HistoryAct
  by: Pick<Staff, 'id' | 'name'> | null
  at: Date
  why: string | null
}

/** What is kept for ever and chained; an autosave is the desk's safety net and no version that anybody made. */
export function isEditorial({ act }: Pick<HistoryEntry, 'act'>): boolean {
  return act !== 'autosave'
}

export type Chained = Omit<HistoryEntry, 'by'> & {
  articleId: number
  byId: number | null
  key: string | null
  copyHash: string
}

/** SHA-256, in hex, over an editorial entry and the hash of the one before it (`''` for the first): no entry can be changed or taken out unseen. */
export function chainHash(previous: string, entry: Chained): string {
  const { articleId, number, version, act, byId, at, why, key, copyHash } = entry
  return sha256(JSON.stringify([previous, articleId, number, version, act, byId, at.toISOString(), why, key, copyHash]))
}

/** SHA-256, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

import type { Copy } from './copy'
import type { Correction } from './correction'
import type { Staff } from './staff'

/** One piece of copy with one address, as the desk sees it. */
export type Article = {
  id: number
  /** Grows by one with every save; every write names the version it was based on. */
  version: number
  /** The newest version was saved by the editor itself; nobody has said yet that it is one. */
  autosaved: boolean
  status: Status
  copy: Copy
  /** The version readers see; smaller than `version` while the desk is ahead of them, null while nothing is public. */
  publishedVersion: number | null
  /** When it first became public; fixed from then on, since every list is in this order. */
  publishedAt: Date | null
  createdAt: Date
  updatedAt: Date
  createdBy: Pick<Staff, 'id' | 'name'> | null
  updatedBy: Pick<Staff, 'id' | 'name'> | null
  /** Where readers find it, or found it. */
  path: string | null
  kill: Kill | null
  /** What was put right since readers first saw it, oldest first. */
  corrections: Correction[]
}

export const statuses = ['draft', 'published', 'killed', 'spiked'] as const
export type Status = (typeof statuses)[number]

/** The record of a withdrawal, shown where the article stood. */
export type Kill = { at: Date; reason: string }

/** Who does an act, and when. Rules are told both and never ask a clock. */
export type Act = { by: Staff; at: Date }

/** Whether the desk has changed a public article since readers last got it. */
export function isAheadOfReaders({
  status,
  version,
  publishedVersion,
}: Pick<Article, 'status' | 'version' | 'publishedVersion'>): boolean {
  return status === 'published' && publishedVersion !== version
}

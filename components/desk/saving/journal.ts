import type { CopyFields } from '@/newsroom/copy-fields'
import type { SaveRequest } from './save-request'

/** What one tab has of an article that the server may not have: enough to go on where the tab died. */
export type JournalEntry = {
  tab: string
  id: number | null
  /** The version that was written on, and its copy. */
  version: number
  kept: KeptCopy
  copy: KeptCopy
  /** A save under way, whose answer may be lost. */
  sent: (Omit<SaveRequest, 'copy'> & { copy: KeptCopy }) | null
  /** Milliseconds since 1970. */
  at: number
}

/** Copy as it was written down; what the desk wrote in its first days did not say how the body is read. */
export type KeptCopy = Omit<CopyFields, 'bodyFormat'> & Partial<Pick<CopyFields, 'bodyFormat'>>

/** Words on this machine, for when the line is down or the browser dies. */
export type Journal = {
  /** Keeps the entry in the place of the tab's last one; rejects where the browser keeps nothing. */
  write: (entry: JournalEntry) => Promise<void>
  forget: (tab: string) => Promise<void>
  /** The newest entry of an article whose tab is gone; of new articles for `null`. */
  findOrphan: (id: number | null) => Promise<JournalEntry | null>
}

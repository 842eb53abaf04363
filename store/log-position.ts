import type { Identity } from '@/newsroom/identity'
import { readTouched } from './changes'
import type { OnChange } from './hear-changes'

export type LogBounds = { oldest: number | null; newest: number | null }
export type LogEntry = { id: number; touched: Identity[] | 'everything' }

/** How far somebody has read the change log. */
export type LogPosition = {
  last: () => number
  /** Whether the log no longer leads on from here; what is kept is then told to go, and the position is at the log's end. */
  findGap: (bounds: LogBounds) => boolean
  read: (entries: LogEntry[]) => void
}

/** A reader of the log that starts behind its newest entry, and tells each later one once, in order. */
export function logPosition({ newest }: LogBounds, onChange: OnChange): LogPosition {
  let last = newest ?? 0
  return {
    last: () => last,
    findGap({ oldest, newest }) {
      // The log was trimmed beyond what this process knew, or another store was put in the place of the one it knew.
      const isGap = newest === null ? last > 0 : newest < last || (oldest !== null && oldest > last + 1)
      if (isGap) {
        last = newest ?? 0
        onChange('everything')
      }
      return isGap
    },
    read(entries) {
      for (const { id, touched } of entries) {
        onChange(touched)
        last = id
      }
    },
  }
}

/** What an entry touched; everything, when nobody can read what it says: a page too many is made anew, and none is served old. */
export function touchedIn(value: unknown): LogEntry['touched'] {
  try {
    return readTouched(value)
  } catch {
    return 'everything'
  }
}

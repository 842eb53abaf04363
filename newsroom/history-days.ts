import type { HistoryEntry } from './history'
import { isoDay } from './moment'
import type { Staff } from './staff'

/** Copy that was set aside because somebody else was first. */
export type SetAside = { key: string; seenVersion: number; by: Pick<Staff, 'id' | 'name'> | null; at: Date }

/** A line of the history: an act, autosaves of one person in a row, newest first, or copy that was set aside. */
export type HistoryRow =
  | { is: 'act'; entry: HistoryEntry }
  | { is: 'autosaves'; entries: [HistoryEntry, ...HistoryEntry[]] }
  | { is: 'aside'; aside: SetAside }

export type HistoryDay = { day: string; at: Date; rows: HistoryRow[] }

/**
 * The acts on an article and what was set aside between them as a person reads them: newest first, by days of the zone. Two or more autosaves
 * of one person on one day, with nothing between them, are one line.
 */
export function historyDays(entries: HistoryEntry[], asides: SetAside[], zone: string): HistoryDay[] {
  const days: HistoryDay[] = []
  for (const row of rowsOf(entries, asides)) {
    const at = momentOf(row)
    const day = isoDay(at, zone)
    const today = days.at(-1)
    if (today?.day !== day) days.push({ day, at, rows: [row] })
    else if (!joined(today.rows, row)) today.rows.push(row)
  }
  return days
}

/**
 * Which of all that was set aside stands on a page of the history: what came after the entry that the page after it begins with, and no later
 * than the page's own newest. Null where there is no such page, or the page is the first.
 */
export function asidesBetween(
  asides: SetAside[],
  { newest, next }: { newest: HistoryEntry | null; next: HistoryEntry | null },
): SetAside[] {
  return asides.filter(({ at }) => (newest === null || at <= newest.at) && (next === null || at > next.at))
}

/** Entries keep the order of their numbers, whatever a clock said; what was set aside stands by its time. */
function rowsOf(entries: HistoryEntry[], asides: SetAside[]): HistoryRow[] {
  const waiting = [...asides].sort((one, other) => other.at.getTime() - one.at.getTime())
  const rows: HistoryRow[] = []
  for (const entry of entries) {
    while (waiting[0] && waiting[0].at > entry.at) rows.push(...waiting.splice(0, 1).map(toRow))
    rows.push({ is: 'act', entry })
  }
  return [...rows, ...waiting.map(toRow)]
}

function toRow(aside: SetAside): HistoryRow {
  return { is: 'aside', aside }
}

function momentOf(row: HistoryRow): Date {
  if (row.is === 'aside') return row.aside.at
  return (row.is === 'act' ? row.entry : row.entries[0]).at
}

/** Whether a row was taken into the one above it. */
function joined(rows: HistoryRow[], row: HistoryRow): boolean {
  const above = rows.at(-1)
  if (row.is !== 'act' || row.entry.act !== 'autosave' || !above || above.is === 'aside') return false
  const entries: [HistoryEntry, ...HistoryEntry[]] = above.is === 'act' ? [above.entry] : above.entries
  if (!entries.every(({ act, by }) => act === 'autosave' && by?.id === row.entry.by?.id)) return false
  rows.splice(-1, 1, { is: 'autosaves', entries: [...entries, row.entry] })
  return true
}

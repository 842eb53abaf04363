import { isoDay } from '@/newsroom/moment'
import type { Database } from './database'

const hour = 3_600_000
const day = 24 * hour
const week = 7 * day
const month = 30 * day
const rowsAtOnce = 500

/**
 * Thins what the editor saved by itself: of those older than a week the last of each hour stays, of those older than a month the last of
 * each day. Nobody tells the server which of them a tab that was left open, or a journal in a browser that is off, was written on; a week
 * outlasts a weekend and a holiday. What is still the newest version stays, and so does what somebody built on: the last autosave before any
 * other entry, and the one that copy which was set aside was written on.
 * Looks only at articles with autosaves that have come of age since `since`; at all of them where that is null. Days are those of `zone`.
 * Returns how many went.
 */
export async function thinAutosaves(
  db: Database,
  { at, since, zone }: { at: Date; since: Date | null; zone: string },
): Promise<number> {
  const cameOfAge = [week, month].map((age) => ({
    at: { lt: before(at, age), gte: since ? before(since, age) : undefined },
  }))
  const articles = await db.historyEntry.groupBy({ by: ['articleId'], where: { act: 'autosave', OR: cameOfAge } })
  let gone = 0
  for (const { articleId } of articles) {
    const entries = await db.historyEntry.findMany({
      where: { articleId },
      orderBy: { number: 'asc' },
      select: { number: true, version: true, act: true, at: true, byId: true },
    })
    const asides = await db.aside.findMany({ where: { articleId }, select: { seenVersion: true } })
    const builtOn = new Set(asides.map(({ seenVersion }) => seenVersion))
    const spare = entries.filter((entry, index) => {
      const next = entries[index + 1]
      if (
        entry.act !== 'autosave' ||
        builtOn.has(entry.version) ||
        !next ||
        next.act !== 'autosave' ||
        next.byId !== entry.byId
      )
        return false
      return periodOf(entry.at) !== null && periodOf(entry.at) === periodOf(next.at)
    })
    for (let start = 0; start < spare.length; start += rowsAtOnce) {
      const numbers = spare.slice(start, start + rowsAtOnce).map(({ number }) => number)
      const { count } = await db.historyEntry.deleteMany({
        where: { articleId, act: 'autosave', number: { in: numbers } },
      })
      gone += count
    }
  }
  return gone

  /** The stretch of time of which one autosave is enough; null for what is too young. */
  function periodOf(moment: Date): string | null {
    const age = at.getTime() - moment.getTime()
    if (age < week) return null
    return age < month ? String(Math.floor(moment.getTime() / hour)) : isoDay(moment, zone)
  }
}

function before(moment: Date, age: number): Date {
  return new Date(moment.getTime() - age)
}

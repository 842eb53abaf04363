import { env } from '@/env'
import { dayOf, endOfMonth, isoMonth, startOf } from '@/newsroom/moment'
import { type Database, database } from '@/store/database'
import { listMonths } from '@/store/months'
import { findMapCursor, findNewestMoment, listMapEntries, type MapEntry } from '@/store/published'
import { dependOn } from './page-context'
import { type MapPart, mostEntries } from './sitemap'

/** The months in which something was published, newest first: one seek a month. */
export function readMapParts(): AsyncGenerator<MapPart> {
  // Said at once, not when the first part is wanted: the page may be on its way by then.
  dependOn('front')
  return parts()
}

async function* parts(): AsyncGenerator<MapPart> {
  const db = await database(env.databaseUrl)
  const months = await listMonths(db)
  for (let newest = await findNewestMoment(db); newest; ) {
    const { year, month } = dayOf(newest, env.zone)
    const bounds = boundsOf({ year, month })
    const noted = months.get(isoMonth({ year, month }))
    const count = noted ? Math.ceil(noted.articleCount / mostEntries) : await countParts(db, bounds)
    for (let part = 1; part <= Math.max(1, count); part++)
      yield { year, month, part, changedAt: noted?.touchedAt ?? null }
    newest = await findNewestMoment(db, bounds.from)
  }
}

/** For a month that nothing has touched since months are noted. */
async function countParts(db: Database, bounds: { from: Date; before: Date }): Promise<number> {
  let count = 1
  while (await findMapCursor(db, bounds, before(count + 1))) count++
  return count
}

/**
 * The addresses of one part, oldest first, so that what is added to a month leaves its full parts as they are; null when there is no such
 * part. They are read in small pages while they are written.
 */
export async function readMapEntries({
  year,
  month,
  part,
}: Omit<MapPart, 'changedAt'>): Promise<AsyncGenerator<MapEntry> | null> {
  dependOn(`month:${isoMonth({ year, month })}`)
  const db = await database(env.databaseUrl)
  const bounds = boundsOf({ year, month })
  const start = await findMapCursor(db, bounds, before(part))
  return start && entries()

  async function* entries(): AsyncGenerator<MapEntry> {
    let from = start
    for (let left = mostEntries; left > 0 && from; left -= pageLength) {
      const page = await listMapEntries(db, bounds, { from, limit: Math.min(pageLength, left) + 1 })
      yield* page.slice(0, Math.min(pageLength, left))
      from = page[pageLength]?.cursor ?? null
    }
  }
}

const pageLength = 1000

/** How many addresses the parts of a month before this one hold. */
function before(part: number): number {
  return mostEntries * (part - 1)
}

function boundsOf(month: { year: number; month: number }): { from: Date; before: Date } {
  return { from: startOf(month, env.zone), before: endOfMonth(month, env.zone) }
}

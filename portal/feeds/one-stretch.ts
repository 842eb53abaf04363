import { env } from '@/env'
import { archivePathOf } from '@/newsroom/archive'
import type { Identity } from '@/newsroom/identity'
import { startOfDay } from '@/newsroom/moment'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { listDays } from '@/store/published-days'
import { listWithdrawnAmong } from '@/store/withdrawn'
import { dependOn } from '../page-context'
import type { FeedList } from './answer-feed'

/** Everything of a day, a month or a year (`2026-11-24`, `2026-11`, `2026`), which is called `name`; null where nothing was published in it. */
export async function oneStretch(stretch: string, name: string): Promise<FeedList | null> {
  const first = `${stretch}-01-01`.slice(0, 10)
  const next = dayAfter(stretch)
  // Whether there is such a stretch at all: an older page is not made anew with each article of it.
  dependOn('calendar')
  if (
    (await listDays(await database(env.databaseUrl), { from: first, to: `${stretch}-99-99`.slice(0, 10) })).length === 0
  )
    return null
  const bounds = { from: startOfDay(first, env.zone), before: startOfDay(next, env.zone) }
  return {
    idPath: archivePathOf(stretch),
    name,
    description: null,
    homePath: archivePathOf(stretch),
    depends: dependsOf(stretch),
    listPublished: (db, page) => listPublished(db, bounds, page),
    listWithdrawn: (db, limit) => listWithdrawnAmong(db, bounds, limit),
  }
}

/** The first day after a stretch. */
function dayAfter(stretch: string): string {
  const [year = 0, month, day] = stretch.split('-').map(Number)
  const next =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1)
  return new Date(next).toISOString().slice(0, 10)
}

function dependsOf(stretch: string): { newest: Identity[]; older: Identity[] } {
  if (stretch.length === 10) return { newest: [`day:${stretch}`], older: [`day-past:${stretch}`] }
  return { newest: [stretch.length === 7 ? `month:${stretch}` : `year:${stretch}`], older: ['front-past'] }
}

import { env } from '@/env'
import { archivePathOf } from '@/newsroom/archive'
import { endOfDay, startOfDay } from '@/newsroom/moment'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { findDay } from '@/store/published-days'
import { listWithdrawnAmong } from '@/store/withdrawn'
import { dependOn } from '../page-context'
import type { FeedList } from './answer-feed'

/** Everything of a day (`2026-11-24`), which is called `name`; null where nothing was published on it. */
export async function oneDay(day: string, name: string): Promise<FeedList | null> {
  // Whether there is such a day at all: an older page is not made anew with each article of it.
  dependOn('calendar')
  if (!(await findDay(await database(env.databaseUrl), day))) return null
  const stretch = { from: startOfDay(day, env.zone), before: endOfDay(day, env.zone) }
  return {
    idPath: archivePathOf(day),
    name,
    description: null,
    homePath: archivePathOf(day),
    depends: { newest: [`day:${day}`], older: [`day-past:${day}`] },
    listPublished: (db, page) => listPublished(db, stretch, page),
    listWithdrawn: (db, limit) => listWithdrawnAmong(db, stretch, limit),
  }
}

import { env } from '@/env'
import { olderFlashPath } from '@/newsroom/flash'
import { isoDay } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import { database } from '@/store/database'
import { findCursor, listPublished } from '@/store/published'
import { findDay } from '@/store/published-days'
import { dependOn } from './page-context'

export type FlashPage = {
  flashes: PublishedArticle[]
  olderPath: string | null
  /** How many there were today so far; null on an older page, which does not change with it. */
  today: number | null
}

const pageLength = 50

/** A page of the running wire, newest first: the first, or the one that starts after an article. Null where there is nothing. */
export async function readFlashes(after: number | null, now: Date): Promise<FlashPage | null> {
  if (after === null) dependOn('flash')
  else dependOn('flash-past', `article:${after}`)
  const db = await database(env.databaseUrl)
  const cursor = after === null ? null : await findCursor(db, after)
  if (after !== null && !cursor) return null
  const found = await listPublished(db, { kind: 'flash' }, { after: cursor, limit: pageLength + 1 })
  const flashes = found.slice(0, pageLength)
  const last = flashes.at(-1)
  if (!last) return null
  const today = after === null ? ((await findDay(db, isoDay(now, env.zone)))?.flashCount ?? 0) : null
  return { flashes, olderPath: found.length > pageLength ? olderFlashPath(last.id) : null, today }
}

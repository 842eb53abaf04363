import { env } from '@/env'
import { type DayCount, olderArchivePath, type StretchCount, sumDays } from '@/newsroom/archive'
import { endOfDay, startOfDay } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import { type Database, database } from '@/store/database'
import { findCursor, listPublished } from '@/store/published'
import { findDay, findDayBeside, listDays, listNewestDays, listPublishedMonths } from '@/store/published-days'
import { dependOn } from './page-context'

/** What is to be seen beside a stretch of time: the year it lies in, and the nearest stretches with anything. */
export type Around<Beside> = {
  /** The days of its year that have something. */
  year: DayCount[]
  before: Beside | null
  after: Beside | null
  /** Whether an earlier year has anything. */
  isEarlier: boolean
}

export type ArchiveDay = Around<DayCount> & {
  day: string
  /** What the whole day has; null on an older page, which does not change with it. */
  counts: DayCount | null
  articles: PublishedArticle[]
  olderPath: string | null
}

/** A busy wire sends some thousands a day: a page is as much as one looks over. */
const pageLength = 200

/** Everything of a day (`2026-11-24`), newest first: the first page, or the one that starts after an article. Null where there is nothing. */
export async function readArchiveDay(day: string, after: number | null): Promise<ArchiveDay | null> {
  if (after === null) dependOn(`day:${day}`)
  else dependOn(`day-past:${day}`, `article:${after}`)
  const db = await database(env.databaseUrl)
  const counts = await findDay(db, day)
  const cursor = after === null ? null : await findCursor(db, after)
  if (!counts || (after !== null && !cursor)) return null
  const stretch = { from: startOfDay(day, env.zone), before: endOfDay(day, env.zone) }
  const found = await listPublished(db, stretch, { after: cursor, limit: pageLength + 1 })
  const articles = found.slice(0, pageLength)
  const last = articles.at(-1)
  if (!last) return null
  const [before, next] = [await findDayBeside(db, day, 'before'), await findDayBeside(db, day, 'after')]
  // Their counts stand on the first page.
  if (after === null) for (const beside of [before, next]) if (beside) dependOn(`day:${beside.day}`)
  return {
    day,
    counts: after === null ? counts : null,
    articles,
    olderPath: found.length > pageLength ? olderArchivePath(day, last.id) : null,
    before,
    after: next,
    ...(await readYearOf(db, day)),
  }
}

export type ArchiveMonth = Around<string> & { month: string; days: DayCount[] }

/** The days of a month (`2026-11`), and the nearest months with anything. Null for one that has nothing. */
export async function readArchiveMonth(month: string): Promise<ArchiveMonth | null> {
  dependOn(`month:${month}`)
  const db = await database(env.databaseUrl)
  const days = await listDays(db, { from: `${month}-01`, to: `${month}-31` })
  if (days.length === 0) return null
  const [before, after] = [
    await findDayBeside(db, `${month}-01`, 'before'),
    await findDayBeside(db, `${month}-31`, 'after'),
  ]
  return {
    month,
    days,
    before: before?.day.slice(0, 7) ?? null,
    after: after?.day.slice(0, 7) ?? null,
    ...(await readYearOf(db, month)),
  }
}

export type ArchiveYear = { year: string; months: StretchCount[]; before: string | null; after: string | null }

/** The months of a year, and the nearest years with anything. Null for one that has nothing. */
export async function readArchiveYear(year: string): Promise<ArchiveYear | null> {
  dependOn(`year:${year}`)
  const db = await database(env.databaseUrl)
  const months = sumDays(await listDays(db, { from: `${year}-01-01`, to: `${year}-12-31` }), 7)
  if (months.length === 0) return null
  dependOn('calendar')
  const [before, after] = [
    await findDayBeside(db, `${year}-01-01`, 'before'),
    await findDayBeside(db, `${year}-12-31`, 'after'),
  ]
  return { year, months, before: before?.day.slice(0, 4) ?? null, after: after?.day.slice(0, 4) ?? null }
}

/** Every month that has anything, oldest first: twelve a year. */
export async function readArchive(): Promise<StretchCount[]> {
  dependOn('front')
  return listPublishedMonths(await database(env.databaseUrl))
}

/** The newest days that have anything, newest first. */
export async function readNewestDays(limit: number): Promise<string[]> {
  dependOn('calendar')
  return listNewestDays(await database(env.databaseUrl), limit)
}

async function readYearOf(db: Database, isoDate: string): Promise<Pick<Around<never>, 'year' | 'isEarlier'>> {
  dependOn('calendar')
  const name = isoDate.slice(0, 4)
  const year = await listDays(db, { from: `${name}-01-01`, to: `${name}-12-31` })
  return { year, isEarlier: (await findDayBeside(db, `${name}-01-01`, 'before')) !== null }
}

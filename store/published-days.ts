import type { StretchCount } from '@/newsroom/archive'
import type { Kind } from '@/newsroom/copy'
import { endOfDay, startOfDay } from '@/newsroom/moment'
import type { Database, Transaction } from './database'

/** A day of publication (`2026-11-24`, in the site's zone) that has something to show. */
export type PublishedDay = { day: string; touchedAt: Date; articleCount: number; flashCount: number }

type Placed = { day: string; kind: Kind }

/**
 * Notes that the lists of some days have changed, by what left them and what came, after both happened, and tells whether a day has filled or
 * emptied. Counts are kept, not counted, but for a day that nobody had noted.
 */
export async function touchDays(
  tx: Transaction,
  { left, came }: { left: Placed[]; came: Placed[] },
  { at, zone }: { at: Date; zone: string },
): Promise<boolean> {
  const steps = stepsOf(left, came)
  const rows = await tx.publishedDay.findMany({ where: { day: { in: [...steps.keys()] } }, select: { day: true } })
  const known = new Set(rows.map(({ day }) => day))
  let isOtherwise = false
  for (const [day, { articles, flashes }] of steps) {
    if (!known.has(day)) {
      isOtherwise = (await noteDay(tx, day, { touchedAt: at, zone })) || isOtherwise
      continue
    }
    const data = { touchedAt: at, articleCount: { increment: articles }, flashCount: { increment: flashes } }
    const { articleCount } = await tx.publishedDay.update({ where: { day }, data })
    if (articleCount > 0) continue
    await tx.publishedDay.delete({ where: { day } })
    isOtherwise = true
  }
  return isOtherwise
}

/** Counts a day and writes that down; false for one that has nothing. */
export async function noteDay(
  tx: Transaction,
  day: string,
  { touchedAt, zone }: { touchedAt: Date; zone: string },
): Promise<boolean> {
  const publishedAt = { gte: startOfDay(day, zone), lt: endOfDay(day, zone) }
  const articleCount = await tx.publishedArticle.count({ where: { publishedAt } })
  if (articleCount === 0) return false
  const flashCount = await tx.publishedArticle.count({ where: { kind: 'flash', publishedAt } })
  const data = { touchedAt, articleCount, flashCount }
  await tx.publishedDay.upsert({ where: { day }, create: { day, ...data }, update: data })
  return true
}

/** The days from one to another (both within) that have something, in order. */
export async function listDays(db: Database, { from, to }: { from: string; to: string }): Promise<PublishedDay[]> {
  return db.publishedDay.findMany({ where: { day: { gte: from, lte: to } }, orderBy: { day: 'asc' } })
}

/** The day itself; null where nothing was published on it. */
export async function findDay(db: Database, day: string): Promise<PublishedDay | null> {
  return db.publishedDay.findUnique({ where: { day } })
}

/** The nearest day before or after one that has something; null at either end. */
export async function findDayBeside(db: Database, day: string, way: 'before' | 'after'): Promise<PublishedDay | null> {
  return db.publishedDay.findFirst({
    where: { day: way === 'before' ? { lt: day } : { gt: day } },
    orderBy: { day: way === 'before' ? 'desc' : 'asc' },
  })
}

/** The newest days that have something, newest first. */
export async function listNewestDays(db: Database, limit: number): Promise<string[]> {
  const rows = await db.publishedDay.findMany({ orderBy: { day: 'desc' }, take: limit, select: { day: true } })
  return rows.map(({ day }) => day)
}

type MonthRow = { name: string; articleCount: number | bigint; dayCount: number | bigint }

/** Every month that has something, oldest first. Reads a row a day: ten years of a daily paper are less than a list of articles. */
export async function listPublishedMonths(db: Database): Promise<StretchCount[]> {
  const rows = await db.$queryRaw<MonthRow[]>`
    SELECT SUBSTR("day", 1, 7) AS "name", SUM("articleCount") AS "articleCount", COUNT(*) AS "dayCount"
    FROM published_day GROUP BY SUBSTR("day", 1, 7) ORDER BY "name"`
  return rows.map(({ name, articleCount, dayCount }) => ({
    name,
    articleCount: Number(articleCount),
    dayCount: Number(dayCount),
  }))
}

function stepsOf(left: Placed[], came: Placed[]): Map<string, { articles: number; flashes: number }> {
  const steps = new Map<string, { articles: number; flashes: number }>()
  const step = ({ day, kind }: Placed, by: 1 | -1) => {
    const { articles, flashes } = steps.get(day) ?? { articles: 0, flashes: 0 }
    steps.set(day, { articles: articles + by, flashes: flashes + (kind === 'flash' ? by : 0) })
  }
  for (const one of left) step(one, -1)
  for (const one of came) step(one, 1)
  return steps
}

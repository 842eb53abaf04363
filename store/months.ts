import { endOfMonth, startOf } from '@/newsroom/moment'
import type { Database, Transaction } from './database'

/** A month's list of articles, as the sitemap needs to know it. */
export type PublishedMonth = { touchedAt: Date; articleCount: number }

/**
 * Notes that the lists of some months have changed, by the days of what left them and what came, after both happened. Counts are kept, not
 * counted, but for a month that was never noted.
 */
export async function touchMonths(
  tx: Transaction,
  { left, came }: { left: { day: string }[]; came: { day: string }[] },
  { at, zone }: { at: Date; zone: string },
): Promise<void> {
  const steps = new Map<string, number>()
  const step = ({ day }: { day: string }, by: 1 | -1) =>
    steps.set(day.slice(0, 7), (steps.get(day.slice(0, 7)) ?? 0) + by)
  for (const one of left) step(one, -1)
  for (const one of came) step(one, 1)
  const rows = await tx.publishedMonth.findMany({
    where: { month: { in: [...steps.keys()] } },
    select: { month: true },
  })
  const known = new Set(rows.map(({ month }) => month))
  for (const [month, by] of steps) {
    if (known.has(month)) {
      const data = { touchedAt: at, articleCount: { increment: by } }
      await tx.publishedMonth.update({ where: { month }, data })
    } else {
      const articleCount = await countArticles(tx, month, zone)
      await tx.publishedMonth.create({ data: { month, touchedAt: at, articleCount } })
    }
  }
}

/** Each month (`2026-11`) that was ever noted. */
export async function listMonths(db: Database): Promise<Map<string, PublishedMonth>> {
  return new Map((await db.publishedMonth.findMany()).map(({ month, ...noted }) => [month, noted]))
}

function countArticles(tx: Transaction, name: string, zone: string): Promise<number> {
  const month = { year: Number(name.slice(0, 4)), month: Number(name.slice(5)) }
  return tx.publishedArticle.count({
    where: { publishedAt: { gte: startOf(month, zone), lt: endOfMonth(month, zone) } },
  })
}

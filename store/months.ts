import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'

/** Notes that the lists of some months have changed, by the days of what came, changed or went. */
export async function touchMonths(tx: Transaction, stands: { day: string }[], at: Date): Promise<void> {
  const months = [...new Set(stands.map(({ day }) => day.slice(0, 7)))]
  if (months.length === 0) return
  const rows = months.map((month) => Prisma.sql`(${month}, ${at})`)
  await tx.$executeRaw`INSERT INTO published_month (month, "touchedAt") VALUES ${Prisma.join(rows)} ON CONFLICT (month) DO UPDATE SET "touchedAt" = excluded."touchedAt"`
}

/** When the list of each month (`2026-11`) last changed; a month that nothing has touched since this was noted is not in it. */
export async function listMonths(db: Database): Promise<Map<string, Date>> {
  return new Map((await db.publishedMonth.findMany()).map(({ month, touchedAt }) => [month, touchedAt]))
}

import { z } from 'zod'
import { isoDay, startOfDay } from '@/newsroom/moment'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { noteDay } from './published-days'
import { saveSetting } from './save-setting'

const key = 'days'
const state = z.object({
  zone: z.string(),
  /** Days before this one are still to be noted; null when all are. */
  before: z.string().nullable(),
})

/**
 * Notes some days that were published before days were noted, or while the site had another zone, newest first. Gives how many; null when
 * there is none left. What is published meanwhile is noted by its own act.
 */
export async function noteDays(
  db: Database,
  { zone, take, at }: { zone: string; take: number; at: Date },
): Promise<number | null> {
  const known = await readState(db)
  if (known?.zone === zone && known.before === null) return null
  return db.$transaction(async (tx) => {
    const from = await readState(tx)
    // A day of another zone is another stretch of time.
    if (from && from.zone !== zone) await tx.publishedDay.deleteMany()
    let before = from?.zone === zone ? from.before : undefined
    let count = 0
    for (; count < take && before !== null; count++) {
      before = await noteNewest(tx, before, zone)
    }
    await saveSetting(tx, key, { value: { zone, before: before ?? null }, at })
    await appendChange(tx, { calendar: true }, { act: 'day', at })
    return count
  })
}

/** Notes the newest day before one; null when there is none. */
async function noteNewest(tx: Transaction, before: string | undefined, zone: string): Promise<string | null> {
  const newest = await tx.publishedArticle.findFirst({
    where: before === undefined ? {} : { publishedAt: { lt: startOfDay(before, zone) } },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    select: { publishedAt: true },
  })
  if (!newest) return null
  const day = isoDay(newest.publishedAt, zone)
  // An act has noted it since, and knows better when its list last changed.
  if (await tx.publishedDay.findUnique({ where: { day }, select: { day: true } })) return day
  const lt = before === undefined ? undefined : startOfDay(before, zone)
  const { _max } = await tx.publishedArticle.aggregate({
    where: { publishedAt: { gte: startOfDay(day, zone), lt } },
    _max: { updatedAt: true },
  })
  await noteDay(tx, day, { touchedAt: _max.updatedAt ?? newest.publishedAt, zone })
  return day
}

async function readState(where: Database | Transaction): Promise<z.infer<typeof state> | null> {
  const row = await where.setting.findUnique({ where: { key } })
  return row ? state.parse(row.value) : null
}

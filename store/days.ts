import { appendChange } from './changes'
import type { Database } from './database'
import { rankCategories } from './leading'

const key = 'day'

/** Begins a day (`2026-11-25`) unless it has begun: pages that name the day are made anew, and categories ranked again. */
export async function beginDay(db: Database, { day, at }: { day: string; at: Date }): Promise<void> {
  const known = await db.setting.findUnique({ where: { key } })
  if (known?.value === day) return
  await db.$transaction(async (tx) => {
    const data = { value: day, version: 1, updatedAt: at }
    await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
    const site = await rankCategories(tx, at)
    await appendChange(tx, { day: true, site }, { act: 'day', at })
  })
}

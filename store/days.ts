import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { rankCategories } from './leading'

const key = 'day'

/** Begins a day (`2026-11-25`) unless it has begun: pages that name the day are made anew, and categories ranked again. */
export async function beginDay(db: Database, { day, at }: { day: string; at: Date }): Promise<void> {
  if (await hasBegun(db, day)) return
  await db.$transaction(async (tx) => {
    // Another process may have begun it while this one waited for its turn.
    if (await hasBegun(tx, day)) return
    const data = { value: day, version: 1, updatedAt: at }
    await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
    const site = await rankCategories(tx, at)
    await appendChange(tx, { day: true, site }, { act: 'day', at })
  })
}

async function hasBegun(db: Database | Transaction, day: string): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key } }))?.value === day
}

import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { rankCategories } from './leading'
import { saveSetting } from './save-setting'

/** Begins a day (`2026-11-25`) unless it has begun: pages that name the day are made anew, and categories ranked again. */
export async function beginDay(db: Database, { day, at }: { day: string; at: Date }): Promise<void> {
  await begin(db, { key: 'day', value: day, at }, async (tx) => {
    const site = await rankCategories(tx, at)
    await appendChange(tx, { day: true, site }, { act: 'day', at })
  })
}

/** Begins an hour (`2026-11-25T07`, in UTC) unless it has begun: pages of what may only be so old are made anew. */
export async function beginHour(db: Database, at: Date): Promise<void> {
  await begin(db, { key: 'hour', value: at.toISOString().slice(0, 13), at }, (tx) =>
    appendChange(tx, { hour: true }, { act: 'hour', at }),
  )
}

async function begin(
  db: Database,
  { key, value, at }: { key: string; value: string; at: Date },
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  if (await hasBegun(db)) return
  await db.$transaction(async (tx) => {
    // Another process may have begun it while this one waited for its turn.
    if (await hasBegun(tx)) return
    await saveSetting(tx, key, { value, at })
    await work(tx)
  })

  async function hasBegun(where: Database | Transaction): Promise<boolean> {
    return (await where.setting.findUnique({ where: { key } }))?.value === value
  }
}

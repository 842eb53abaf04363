import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCategory } from './categories'
import { listChanges } from './scratch-changes'
import type { Database } from './database'
import { beginDay, beginHour } from './days'
import { openScratchDatabase } from './scratch-database'

const at = new Date('2026-11-24T16:00:00Z')
let db: Database
let close: () => Promise<void>
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
})
afterEach(() => close())
const touched = async () => (await listChanges(db, { after: 0, limit: 100 })).map((change) => change.touched)

describe('a day', () => {
  it('is begun once, and touches what names it', async () => {
    for (let count = 0; count < 3; count++) await beginDay(db, { day: '2026-11-25', at })
    expect(await touched()).toEqual([['today']])
    await beginDay(db, { day: '2026-11-26', at })
    expect(await touched()).toEqual([['today'], ['today']])
  })
  it('touches every page when the categories rank otherwise than the day before', async () => {
    await createCategory(db, { slug: 'bendi', name: '本地', at })
    await db.category.update({ where: { slug: 'bendi' }, data: { rank: 1, articleCount: 1 } })
    await beginDay(db, { day: '2026-11-25', at })
    expect((await touched()).at(-1)).toEqual(['site', 'today'])
    await beginDay(db, { day: '2026-11-26', at })
    expect((await touched()).at(-1)).toEqual(['today'])
  })
})

describe('an hour', () => {
  it('is begun once, and touches what may only be so old', async () => {
    for (const time of ['16:00:00.000Z', '16:00:05.000Z', '16:59:59.999Z', '17:00:00.000Z', '17:30:00.000Z'])
      await beginHour(db, new Date(`2026-11-24T${time}`))
    expect(await touched()).toEqual([['hour'], ['hour']])
    await beginDay(db, { day: '2026-11-25', at })
    expect(await touched()).toEqual([['hour'], ['hour'], ['today']])
  })
})

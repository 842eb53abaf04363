import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { autosave } from '@/newsroom/autosave'
import { blankCopy } from '@/newsroom/blank-copy'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { listHistory } from '@/store/history'
import { tellPresence } from '@/store/presences'
import { createStaff } from '@/store/staff'
import { type Change, listChanges } from '@/store/scratch-changes'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { type Clock, startClock } from './clock'

const zone = 'Asia/Shanghai'
/** A minute to midnight in Shanghai. */
const evening = new Date('2026-11-24T15:59:00Z')

let db: Database
let close: () => Promise<void>
let clocks: Clock[]
const send = vi.fn(async () => '')

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  clocks = []
  // Only the hands of the clock are ours: the store waits in real time.
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: evening })
})
afterEach(async () => {
  await Promise.all(clocks.map((clock) => clock.stop()))
  vi.useRealTimers()
  vi.restoreAllMocks()
  await close()
})

/** Starts one, and lets its first beat come to its end before another starts. */
const start = async () => {
  const clock = startClock(db, zone, { origin: 'https://tangzhou.example', send, openSealed: async (text) => text })
  clocks.push(clock)
  await beats()
  return clock
}
/** Until every beat under way has reached the store and come back. */
const beats = async () => {
  await Promise.all(clocks.map((clock) => clock.settled()))
}
const passes = async (milliseconds: number, step = 2500) => {
  for (let left = milliseconds; left > 0; left -= step) {
    vi.advanceTimersByTime(Math.min(left, step))
    await beats()
  }
}
const days = async (): Promise<Change[]> =>
  (await listChanges(db, { after: 0, limit: 100 })).filter(({ act }) => act === 'day')
const holder = async () => (await db.lease.findUnique({ where: { duty: 'clock' } }))?.holder

describe('the clock', () => {
  it('begins the day of the site’s zone when it starts, once', async () => {
    await start()
    await passes(30_000, 5000)
    expect(await days()).toMatchObject([{ touched: ['today'] }])
    expect(await db.setting.findUnique({ where: { key: 'day' } })).toMatchObject({ value: '2026-11-24' })
  })

  it('begins the next one at midnight, and not a beat later', async () => {
    await start()
    await passes(60_000 - 10_000, 5000)
    expect(await days()).toHaveLength(1)
    vi.advanceTimersByTime(10_000 - 1)
    await beats()
    expect(await days()).toHaveLength(1)
    vi.advanceTimersByTime(3)
    await beats()
    const begun = await days()
    expect(begun).toHaveLength(2)
    expect(begun[1]?.at.getTime()).toBeLessThan(new Date('2026-11-24T16:00:00.100Z').getTime())
    expect(await db.setting.findUnique({ where: { key: 'day' } })).toMatchObject({ value: '2026-11-25' })
  })

  it('is one of three that does the work, and each day is begun once', async () => {
    for (let count = 0; count < 3; count++) await start()
    const first = await holder()
    await passes(60_000 + 20_000, 5000)
    expect(await holder()).toBe(first)
    expect(await days()).toHaveLength(2)
  })

  it('hands its work on at once when it is stopped', async () => {
    const first = await start()
    await start()
    const before = await holder()
    await first.stop()
    await passes(6000)
    expect(await holder()).not.toBe(before)
    expect(await holder()).toBeDefined()
  })

  it('is followed by another within half a minute when its process has died', async () => {
    // Of one that died nothing is left but its lease.
    await db.lease.create({ data: { duty: 'clock', holder: 'dead', until: new Date(evening.getTime() + 20_000) } })
    await start()
    await start()
    await passes(15_000)
    expect(await holder()).toBe('dead')
    expect(await days()).toHaveLength(0)
    await passes(12_000)
    expect(await holder()).not.toBe('dead')
    expect(await days()).toHaveLength(1)
  })

  it('forgets changes older than a week, and no younger one', async () => {
    const at = (daysAgo: number) => new Date(evening.getTime() - daysAgo * 86_400_000)
    for (const daysAgo of [30, 8, 6, 0])
      await db.change.create({ data: { at: at(daysAgo), act: 'move', touched: ['site'] } })
    await start()
    await passes(10_000)
    expect((await listChanges(db, { after: 0, limit: 100 })).map(({ act, at: when }) => [act, when])).toEqual([
      ['move', at(6)],
      ['move', at(0)],
      ['day', evening],
      ['hour', evening],
    ])
  })

  it('thins out what the editor saved by itself, and forgets who has left', async () => {
    const by = await createStaff(db, {
      email: 'a@b.org',
      name: '顾一苇',
      role: 'editor',
      passwordHash: 'x',
      at: evening,
    })
    await createCategory(db, { slug: 'bendi', name: '本地', at: evening })
    const copy = blankCopy({ headline: '渡口改期', category: 'bendi' })
    const tenDaysAgo = new Date(evening.getTime() - 10 * 86_400_000)
    let article = await createArticle(db, write(copy, { by, at: tenDaysAgo }))
    for (const kicker of ['一', '二', '三'])
      article = await changeArticle(db, article.id, { seenVersion: article.version, zone }, (now) =>
        autosave(now, { ...copy, kicker }, { by, at: tenDaysAgo }),
      )
    await tellPresence(db, { articleId: article.id, staffId: by.id, at: tenDaysAgo })
    await start()
    const { entries } = await listHistory(db, article.id, { before: null, limit: 10 })
    expect(entries.map(({ number }) => number)).toEqual([4, 1])
    expect(await db.presence.count()).toBe(0)
  })

  it('goes on after a beat in which the store could not be reached', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(db, '$transaction').mockRejectedValueOnce(new Error('the disk is away'))
    await start()
    expect(said).toHaveBeenCalledOnce()
    expect(await days()).toHaveLength(0)
    await passes(6000)
    expect(await days()).toHaveLength(1)
  })

  it('does nothing once it is stopped', async () => {
    const clock = await start()
    await clock.stop()
    await passes(120_000, 10_000)
    expect(await days()).toHaveLength(1)
    expect(await holder()).toBeUndefined()
  })
})

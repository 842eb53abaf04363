import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from './database'
import { releaseLease, takeLease } from './leases'
import { openScratchDatabase } from './scratch-database'

const at = (seconds: number) => new Date(Date.parse('2026-11-24T01:00:00Z') + seconds * 1000)

let db: Database
let close: () => Promise<void>
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
})
afterEach(() => close())

const take = (holder: string, from: number, to = from + 20, duty = 'clock') =>
  takeLease(db, { duty, holder, at: at(from), until: at(to) })

describe('a duty', () => {
  it('is one’s at a time, until the end of the lease', async () => {
    expect(await take('a', 0)).toBe(true)
    expect(await take('b', 19)).toBe(false)
    expect(await take('b', 20)).toBe(true)
    expect(await take('a', 21)).toBe(false)
  })
  it('stays with whoever keeps asking for it', async () => {
    for (const second of [0, 5, 10, 15, 20, 25]) {
      expect(await take('a', second)).toBe(true)
      expect(await take('b', second + 1)).toBe(false)
    }
  })
  it('is free at once when it was given back, by whoever has it only', async () => {
    await take('a', 0)
    await releaseLease(db, { duty: 'clock', holder: 'b' })
    expect(await take('b', 1)).toBe(false)
    await releaseLease(db, { duty: 'clock', holder: 'a' })
    expect(await take('b', 1)).toBe(true)
  })
  it('is none of another duty’s business', async () => {
    await take('a', 0)
    expect(await take('b', 0, 20, 'wire')).toBe(true)
  })
  it('goes to exactly one of ten who ask at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, number) => take(`${number}`, 0)))
    expect(all.filter(Boolean)).toHaveLength(1)
  })
})

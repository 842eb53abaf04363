import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import { isoDay } from '@/newsroom/moment'
import { write } from '@/newsroom/write'
import { createArticle } from './articles'
import { setAside } from './asides'
import { createCategory } from './categories'
import type { Database } from './database'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'
import { thinAutosaves } from './thin-autosaves'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T04:00:00Z')
const hour = 3_600_000
const day = 24 * hour
const week = 7 * day
const ago = (milliseconds: number) => new Date(at.getTime() - milliseconds)
const copy = blankCopy({ headline: '渡口改期', body: '风力八级。', category: 'bendi' })

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let articleId: number
const people: number[] = []

beforeAll(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  for (const name of ['gu', 'shen']) {
    const person = await createStaff(db, { email: `${name}@b.org`, name, role: 'editor', passwordHash: 'x', at })
    people.push(person.id)
    if (name === 'gu') {
      await createCategory(db, { slug: 'bendi', name: '本地', at })
      articleId = (await createArticle(db, write(copy, { by: person, at: ago(90 * day) }))).id
    }
  }
})
afterAll(() => scratch.close())

type Made = { act: 'autosave' | 'save'; who: number; age: number }

/** Makes up a history, oldest first; numbers and versions are their places, from 1. */
async function begin(entries: Made[]) {
  await db.historyEntry.deleteMany()
  await db.aside.deleteMany()
  await db.historyEntry.createMany({
    data: entries.map(({ act, who, age }, index) => ({
      articleId,
      number: index + 1,
      version: index + 1,
      act,
      byId: people[who] ?? null,
      at: ago(age),
      copyHash: 'x',
      hash: act === 'autosave' ? null : 'h',
    })),
  })
}
const auto = (age: number, who = 0): Made => ({ act: 'autosave', who, age })
const saved = (age: number, who = 0): Made => ({ act: 'save', who, age })
const thin = (since: Date | null = null, now = at) => thinAutosaves(db, { at: now, since, zone })
const left = async () =>
  (await db.historyEntry.findMany({ orderBy: { number: 'asc' }, select: { number: true } })).map(({ number }) => number)

describe('what the editor saved by itself', () => {
  it('stays whole for a week, whatever a tab that was left open may have been written on', async () => {
    await begin([auto(week - 3000), auto(week - 2000), auto(week - 1000), saved(1000)])
    expect(await thin()).toBe(0)
    expect(await left()).toEqual([1, 2, 3, 4])
  })
  it('is the last of each hour after a week', async () => {
    const first = 8 * day
    await begin([
      auto(first),
      auto(first - 60_000),
      auto(first - 120_000),
      auto(first - hour),
      auto(first - hour - 1),
      saved(1),
    ])
    expect(await thin()).toBe(3)
    expect(await left()).toEqual([3, 5, 6])
  })
  it('is the last of each day of the site’s zone after a month', async () => {
    // Noon in Shanghai is four o'clock in UTC: thirteen hours later is another day there.
    const first = 40 * day
    await begin([auto(first), auto(first - 5 * hour), auto(first - 13 * hour), auto(first - 14 * hour), saved(1)])
    expect(await thin()).toBe(2)
    expect(await left()).toEqual([2, 4, 5])
  })
  it('stays where it is what the desk has', async () => {
    await begin([auto(50 * day), auto(50 * day - 1000)])
    await thin()
    expect(await left()).toEqual([2])
  })
  it('stays where another person went on from it, or somebody saved', async () => {
    const first = 50 * day
    await begin([
      auto(first),
      auto(first - 1),
      auto(first - 2, 1),
      auto(first - 3),
      saved(first - 4),
      auto(first - 5),
      saved(1),
    ])
    await thin()
    expect(await left()).toEqual([2, 3, 4, 5, 6, 7])
  })
  it('stays where copy that was set aside was written on it', async () => {
    const first = 50 * day
    await begin([auto(first), auto(first - 1), auto(first - 2), saved(1)])
    await setAside(db, { key: 'a-name-of-it', articleId, seenVersion: 1, by: { id: people[1] ?? 0 }, at, copy })
    await thin()
    expect(await left()).toEqual([1, 3, 4])
  })
  it('is looked at again only when it has come of age', async () => {
    await begin([auto(9 * day), auto(9 * day - 1), saved(1)])
    expect(await thin(ago(hour))).toBe(0)
    expect(await thin(ago(3 * day))).toBe(1)
  })
  it('is the same in the end, thinned every hour or once', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => auto(33 * day - index * 23 * 60_000))
    await begin([...entries, saved(1)])
    await thin()
    const once = await left()
    await begin([...entries, saved(1)])
    let since: Date | null = null
    for (let age = 33 * day; age >= 0; age -= 5 * hour) {
      await thin(since, ago(age))
      since = ago(age)
    }
    await thin(since)
    expect(await left()).toEqual(once)
  })
})

it('no editorial entry, no newest and nobody’s base is ever lost, and of each hour and day one stays', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          act: fc.constantFrom('autosave' as const, 'autosave' as const, 'autosave' as const, 'save' as const),
          who: fc.constantFrom(0, 0, 0, 1),
          step: fc.constantFrom(1000, 60_000, hour, 7 * hour, 3 * day),
        }),
        { minLength: 1, maxLength: 40 },
      ),
      async (steps) => {
        let age = 60 * day
        const entries = steps.map(({ act, who, step }): Made => {
          age = Math.max(0, age - step)
          return { act, who, age }
        })
        await begin(entries)
        await thin()
        const kept = new Set(await left())
        entries.forEach((entry, index) => {
          const next = entries[index + 1]
          const must =
            entry.act === 'save' || !next || next.act === 'save' || next.who !== entry.who || entry.age < week
          if (must) expect(kept).toContain(index + 1)
          // What went has a later one of the same person within its hour, or its day once it is a month old.
          else if (!kept.has(index + 1)) {
            const later = entries.findIndex((one, other) => other > index && kept.has(other + 1) && isNear(entry, one))
            expect(later).toBeGreaterThan(index)
          }
        })
      },
    ),
    { numRuns: 40 },
  ))

function isNear(one: Made, other: Made): boolean {
  if (one.who !== other.who || other.act !== 'autosave') return false
  if (one.age >= 30 * day) return isoDay(ago(one.age), zone) === isoDay(ago(other.age), zone)
  return Math.floor(ago(one.age).getTime() / hour) === Math.floor(ago(other.age).getTime() / hour)
}

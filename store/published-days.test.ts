import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { move } from '@/newsroom/move'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { noteDays } from './note-days'
import { findDay, findDayBeside, listDays } from './published-days'
import { openScratchDatabase } from './scratch-database'
import { listChanges } from './scratch-changes'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
/** The last half hour of 23 November in Shanghai, and the first of the 24th. */
const monday = new Date('2026-11-23T15:30:00Z')
const tuesday = new Date('2026-11-23T16:30:00Z')
const later = new Date('2026-12-01T00:00:00Z')

let db: Database
let close: () => Promise<void>
let by: Staff
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'administrator', passwordHash: 'x', at: monday })
  await createCategory(db, { slug: 'bendi', name: '本地', at: monday })
})
afterEach(() => close())

const copy = blankCopy({ headline: '港', body: '文', category: 'bendi' })
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (at: Date, changes: Partial<Copy> = {}) =>
  change(await createArticle(db, write({ ...copy, ...changes }, { by, at })), (now) =>
    publish(now, { by, at }, noLibrary),
  )
const days = async () =>
  (await listDays(db, { from: '2026-01-01', to: '2026-12-31' })).map(({ day, articleCount, flashCount }) => [
    day,
    articleCount,
    flashCount,
  ])
const calendars = async () =>
  (await listChanges(db, { after: 0, limit: 100 })).map(({ touched }) => touched.includes('calendar'))

describe('the days of publication', () => {
  it('know how many reports and flashes they have, in the site’s zone', async () => {
    await published(monday)
    await published(tuesday)
    await published(tuesday, { kind: 'flash' })
    expect(await days()).toEqual([
      ['2026-11-23', 1, 0],
      ['2026-11-24', 2, 1],
    ])
    expect((await findDay(db, '2026-11-24'))?.touchedAt).toEqual(tuesday)
  })
  it('follow what changes its kind, is moved to another day, and is killed; an empty day is none', async () => {
    const article = await published(monday)
    const revised = await change(article, (now) => revise(now, { ...copy, kind: 'flash' }, { by, at: later }))
    const again = await change(revised, (now) => publish(now, { by, at: later }, noLibrary))
    expect(await days()).toEqual([['2026-11-23', 1, 1]])
    const moved = await change(again, (now) => move(now, { slug: null, publishedAt: tuesday }, { by, at: later, zone }))
    expect(await days()).toEqual([['2026-11-24', 1, 1]])
    await change(moved, (now) => kill(now, '失实', { by, at: later }))
    expect(await days()).toEqual([])
  })
  it('change the calendar only when one fills or empties', async () => {
    await published(monday)
    const second = await published(monday)
    await change(second, (now) => kill(now, '失实', { by, at: later }))
    const other = await published(tuesday)
    await change(other, (now) => kill(now, '失实', { by, at: later }))
    expect((await calendars()).slice(-5)).toEqual([true, false, false, true, true])
  })
  it('lead from one to the next that has something', async () => {
    await published(monday)
    await published(new Date('2026-11-26T00:00:00Z'))
    expect(await findDayBeside(db, '2026-11-23', 'after')).toMatchObject({ day: '2026-11-26' })
    expect(await findDayBeside(db, '2026-11-26', 'before')).toMatchObject({ day: '2026-11-23' })
    expect(await findDayBeside(db, '2026-11-26', 'after')).toBeNull()
  })
})

describe('the way to the running wire', () => {
  it('stands on every page from the first flash until the last is gone', async () => {
    const isEveryPage = async () => (await listChanges(db, { after: 0, limit: 100 })).at(-1)?.touched.includes('site')
    await published(monday)
    await published(monday)
    expect(await isEveryPage()).toBe(false)
    const first = await published(monday, { kind: 'flash' })
    expect(await isEveryPage()).toBe(true)
    const second = await published(monday, { kind: 'flash' })
    expect(await isEveryPage()).toBe(false)
    await change(first, (now) => kill(now, '失实', { by, at: later }))
    expect(await isEveryPage()).toBe(false)
    await change(second, (now) => kill(now, '失实', { by, at: later }))
    expect(await isEveryPage()).toBe(true)
  })
})

describe('days from before anybody noted them', () => {
  const noteAll = async (zoneNow = zone) => {
    let steps = 0
    while ((await noteDays(db, { zone: zoneNow, take: 1, at: later })) !== null) steps++
    return steps
  }
  it('are noted some at a time, and then never again', async () => {
    for (const at of [monday, tuesday, tuesday]) await published(at)
    await published(new Date('2026-11-10T00:00:00Z'), { kind: 'flash' })
    const known = await days()
    await db.publishedDay.deleteMany()
    expect(await noteAll()).toBe(4)
    expect(await days()).toEqual(known)
    expect(await noteAll()).toBe(0)
  })
  it('are counted by the first act that touches one, all of it', async () => {
    for (let count = 0; count < 3; count++) await published(monday)
    await db.publishedDay.deleteMany()
    await published(monday)
    expect(await days()).toEqual([['2026-11-23', 4, 0]])
  })
  it('are other days when the site takes another zone', async () => {
    for (const at of [monday, tuesday]) await published(at)
    await noteAll()
    await noteAll('UTC')
    expect(await days()).toEqual([['2026-11-23', 2, 0]])
  })
})

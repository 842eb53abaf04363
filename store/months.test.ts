import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import { kill } from '@/newsroom/kill'
import { move } from '@/newsroom/move'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { listMonths } from './months'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
/** The last hour of October in Shanghai, and the first of November. */
const october = new Date('2026-10-31T15:30:00Z')
const november = new Date('2026-10-31T16:30:00Z')
const later = new Date('2026-12-01T00:00:00Z')

let db: Database
let close: () => Promise<void>
let by: Staff
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  by = await createStaff(db, {
    email: 'a@b.org',
    name: '顾一苇',
    role: 'administrator',
    passwordHash: 'x',
    at: october,
  })
  await createCategory(db, { slug: 'bendi', name: '本地', at: october })
})
afterEach(() => close())

const copy = blankCopy({ headline: '港', body: '文', category: 'bendi' })
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (at: Date) =>
  change(await createArticle(db, write(copy, { by, at })), (now) => publish(now, { by, at }, noLibrary))
const months = async () => Object.fromEntries(await listMonths(db))

describe('the months of publication', () => {
  it('know how many articles they have, and when that last changed, in the site’s zone', async () => {
    await published(october)
    await published(november)
    await published(november)
    expect(await months()).toEqual({
      '2026-10': { touchedAt: october, articleCount: 1 },
      '2026-11': { touchedAt: november, articleCount: 2 },
    })
  })
  it('follow what is published again, moved into another month, and killed', async () => {
    const article = await published(november)
    const revised = await change(article, (now) => revise(now, { ...copy, headline: '新港' }, { by, at: later }))
    const again = await change(revised, (now) => publish(now, { by, at: later }, noLibrary))
    expect(await months()).toEqual({ '2026-11': { touchedAt: later, articleCount: 1 } })
    const moved = await change(again, (now) => move(now, { slug: null, publishedAt: october }, { by, at: later, zone }))
    expect(await months()).toMatchObject({ '2026-10': { articleCount: 1 }, '2026-11': { articleCount: 0 } })
    await change(moved, (now) => kill(now, '失实', { by, at: later }))
    expect(await months()).toMatchObject({ '2026-10': { touchedAt: later, articleCount: 0 } })
  })
  it('are counted where an older version noted nothing', async () => {
    for (let count = 0; count < 3; count++) await published(november)
    await db.publishedMonth.deleteMany()
    const article = await published(november)
    expect(await months()).toMatchObject({ '2026-11': { articleCount: 4 } })
    await db.publishedMonth.deleteMany()
    await change(article, (now) => kill(now, '失实', { by, at: later }))
    expect(await months()).toMatchObject({ '2026-11': { articleCount: 3 } })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { noPush } from '@/newsroom/push-request'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import { beginDay } from './days'
import type { Database } from './database'
import { listJobs } from './jobs'
import { changePushSettings, readPushSettings } from './push-settings'
import { queuePushes } from './queue-pushes'
import { listChanges } from './scratch-changes'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')
const key = '0123456789abcdef0123456789abcdef'
const both = { indexNow: { key }, baidu: { sealedToken: 't' } }

let db: Database
let close: () => Promise<void>
let by: Staff
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'administrator', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterEach(() => close())

const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (slug: string) =>
  change(
    await createArticle(db, write(blankCopy({ headline: slug, body: '文', category: 'bendi', slug }), { by, at })),
    (now) => publish(now, { by, at }, noLibrary),
  )
const jobs = async () => (await listJobs(db, { limit: 99 })).map(({ kind, paths }) => ({ kind, paths })).reverse()
const path = (slug: string) => `/bendi/2026/11/24/${slug}.html`

describe('search engines', () => {
  it('are told nothing until somebody wants it, and then nothing of the past', async () => {
    await published('one')
    expect(await queuePushes(db, at)).toBe(0)
    await published('two')
    expect(await queuePushes(db, at)).toBe(0)
    await changePushSettings(db, () => both, at)
    expect(await queuePushes(db, at)).toBe(0)
    await published('three')
    expect(await queuePushes(db, at)).toBe(2)
    expect(await jobs()).toEqual([
      { kind: 'index-now', paths: [path('three')] },
      { kind: 'baidu', paths: [path('three')] },
    ])
  })
  it('are told once of each address that was touched since, killed ones too', async () => {
    await queuePushes(db, at)
    await changePushSettings(db, () => ({ ...noPush, baidu: { sealedToken: 't' } }), at)
    const one = await published('one')
    await published('two')
    await change(one, (now) => kill(now, '失实', { by, at }))
    await beginDay(db, { day: '2026-11-25', at })
    expect(await queuePushes(db, at)).toBe(1)
    expect(await queuePushes(db, at)).toBe(0)
    expect(await jobs()).toEqual([{ kind: 'baidu', paths: [path('one'), path('two')] }])
  })
  it('are told once by two who read the log at once', async () => {
    await queuePushes(db, at)
    await changePushSettings(db, () => both, at)
    for (let count = 0; count < 5; count++) {
      await published(`n-${count}`)
      await Promise.all([queuePushes(db, at), queuePushes(db, at)])
    }
    const paths = (await jobs()).filter(({ kind }) => kind === 'baidu').flatMap((job) => job.paths)
    expect(paths).toEqual([0, 1, 2, 3, 4].map((count) => path(`n-${count}`)))
  })
  it('are told of nothing more from the moment that nobody wants it', async () => {
    await queuePushes(db, at)
    await changePushSettings(db, () => both, at)
    await published('one')
    await changePushSettings(db, () => noPush, at)
    expect(await queuePushes(db, at)).toBe(0)
  })
})

describe('whom to tell', () => {
  it('is kept, and the address that shows the key is made anew with it', async () => {
    expect(await readPushSettings(db)).toEqual(noPush)
    await changePushSettings(db, () => both, at)
    expect(await readPushSettings(db)).toEqual(both)
    await changePushSettings(db, () => ({ ...both, indexNow: { key: 'f'.repeat(32) } }), at)
    await changePushSettings(db, () => noPush, at)
    expect((await listChanges(db, { after: 0, limit: 99 })).filter(({ act }) => act === 'settings')).toMatchObject([
      { touched: [`address:/${key}.txt`] },
      { touched: [`address:/${key}.txt`, `address:/${'f'.repeat(32)}.txt`] },
      { touched: [`address:/${'f'.repeat(32)}.txt`] },
    ])
  })
})

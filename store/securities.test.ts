import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { IncomingArticle } from '@/newsroom/incoming-article'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { toReadersText } from '@/newsroom/published-article'
import { revise } from '@/newsroom/revise'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import { findNewestChange } from './changes'
import type { Database } from './database'
import { saveIncoming } from './incoming'
import { readMigrations } from './migrate'
import { readOldMarks } from './read-old-marks'
import { listChanges } from './scratch-changes'
import { openScratchDatabase } from './scratch-database'
import { findSecurities } from './securities'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00Z')
const wednesday = new Date('2026-11-25T01:00:00Z')

let db: Database
let url: string
let close: () => Promise<void>
let act: Act

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  url = scratch.url
  close = scratch.close
  const by = await createStaff(db, {
    email: 'a@example.org',
    name: '沈砚秋',
    role: 'chief-editor',
    passwordHash: 'x',
    at: monday,
  })
  act = { by, at: tuesday }
  await createCategory(db, { slug: 'bendi', name: '本地', at: monday })
})
afterEach(() => close())

const mark = (code: string, name: string) => `<a href="https://e.org/" data-code="${code}">${name}</a>`
const incoming = (originKey: string, body: string, publishedAt = monday): IncomingArticle => {
  const copy = blankCopy({ headline: originKey, body, category: 'bendi', bodyFormat: 'html' })
  const readers = toReadersText(copy)
  return {
    ...{ originKey, copy, readers, publishedAt, isPublic: true, path: null, movedPaths: [], wireCode: null },
    ...{ categoryName: null, originals: [{ path: originKey, bytes: Buffer.from(body), sha256: 'x' }] },
  }
}
const bring = (...articles: IncomingArticle[]) =>
  saveIncoming(db, articles, { site: 'site', zone, at: wednesday, readBy: 1 })
const publishOne = async (body: string, at = tuesday) => {
  const draft = await createArticle(db, write(blankCopy({ headline: '柳浦港', body, category: 'bendi' }), act))
  return changeArticle(db, draft.id, { seenVersion: draft.version, zone }, (article) =>
    publish(article, { ...act, at }, noLibrary),
  )
}
const own = (code: string, market: string, name: string) =>
  `<span data-code="${code}" data-market="${market}">${name}</span>`
const find = async (typed: string, take = 10) => (await findSecurities(db, { typed, take })).map(({ name }) => name)
const markedBy = async (articleId: number) =>
  (
    await db.publishedSecurity.findMany({
      where: { articleId },
      select: { security: { select: { market: true, code: true } }, publishedAt: true },
      orderBy: { securityId: 'asc' },
    })
  ).map(({ security, publishedAt }) => `${security.market}.${security.code} ${publishedAt.toISOString().slice(0, 10)}`)

describe('the securities that published copy marks', () => {
  it('are recorded when it is published, with its place in every list', async () => {
    const { id } = await publishOne(`${own('600519', 'sh', '贵州茅台')}和${own('00700', 'hk', '腾讯控股')}`)
    expect(await markedBy(id)).toEqual(['sh.600519 2026-11-24', 'hk.00700 2026-11-24'])
    expect(await findSecurities(db, { typed: '茅台', take: 10 })).toEqual([
      { market: 'sh', code: '600519', name: '贵州茅台' },
    ])
  })
  it('are not those of a draft, nor of an edit that waits', async () => {
    const { id, version } = await publishOne('甲')
    await changeArticle(db, id, { seenVersion: version, zone }, (article) =>
      revise(article, { ...article.copy, body: own('600519', 'sh', '贵州茅台') }, act),
    )
    expect(await markedBy(id)).toEqual([])
    expect(await find('茅台')).toEqual([])
  })
  it('follow the text when it is published again, and go with it when it is killed', async () => {
    const first = await publishOne(own('600519', 'sh', '贵州茅台'))
    const edited = await changeArticle(db, first.id, { seenVersion: first.version, zone }, (article) =>
      revise(article, { ...article.copy, body: own('000858', 'sz', '五粮液') }, act),
    )
    const again = await changeArticle(db, first.id, { seenVersion: edited.version, zone }, (article) =>
      publish(article, act, noLibrary),
    )
    expect(await markedBy(first.id)).toEqual(['sz.000858 2026-11-24'])
    await changeArticle(db, first.id, { seenVersion: again.version, zone }, (article) => kill(article, '有误', act))
    expect(await markedBy(first.id)).toEqual([])
    expect(await find('茅台')).toEqual(['贵州茅台'])
  })
  it('are named in the change, both those that went and those that came', async () => {
    const first = await publishOne(own('600519', 'sh', '贵州茅台'))
    const before = await findNewestChange(db)
    const edited = await changeArticle(db, first.id, { seenVersion: first.version, zone }, (article) =>
      revise(article, { ...article.copy, body: own('000858', 'sz', '五粮液') }, act),
    )
    await changeArticle(db, first.id, { seenVersion: edited.version, zone }, (article) =>
      publish(article, act, noLibrary),
    )
    expect((await listChanges(db, { after: before, limit: 10 })).flatMap(({ touched }) => touched)).toEqual(
      expect.arrayContaining(['security:sh.600519', 'security:sz.000858']),
    )
  })
  it('come with outside copy, many articles at once', async () => {
    await bring(
      incoming('a', `<p>${mark('600519|1|1', '贵州茅台')}${mark('1,600160', '巨化股份')}</p>`),
      incoming('b', `<p>${mark('600519|1|1', '贵州茅台')}</p>`),
      incoming('c', '<p>无</p>'),
    )
    expect(await db.security.count()).toBe(2)
    expect(await db.publishedSecurity.count()).toBe(3)
  })
  it('that a body holds by the ten thousand are all recorded', async () => {
    const body = Array.from({ length: 12_000 }, (_, number) => `<a data-code=A${number}|105>甲</a>`).join('')
    await bring(incoming('a', body))
    expect(await db.publishedSecurity.count()).toBe(12_000)
  })
})

describe('the name of a security', () => {
  const name = async () => (await db.security.findFirst({ where: { code: '600519' } }))?.name
  const wire = (originKey: string, words: string, day: Date) => incoming(originKey, mark('600519|1|1', words), day)

  it('is what the newest outside copy calls it, in whatever order it comes', async () => {
    await bring(wire('a', '茅台股份', tuesday))
    await bring(wire('b', '老名字', monday))
    expect(await name()).toBe('茅台股份')
    await bring(wire('c', '贵州茅台', wednesday), wire('d', '中间', tuesday))
    expect(await name()).toBe('贵州茅台')
    expect(await find('gzmt')).toEqual(['贵州茅台'])
    expect(await find('mtgf')).toEqual([])
  })
  it('is put right by the same copy brought again', async () => {
    await bring(wire('a', '贵州茅苔', monday))
    await bring(wire('a', '贵州茅台', monday))
    expect(await name()).toBe('贵州茅台')
  })
  it('is not what the desk’s reporter calls it, once outside copy has named it', async () => {
    await bring(wire('a', '贵州茅台', monday))
    await publishOne(own('600519', 'sh', '这家公司'))
    expect(await name()).toBe('贵州茅台')
  })
  it('is the desk’s first while nobody else has told one', async () => {
    await publishOne(own('600519', 'sh', '600519'))
    expect(await name()).toBe('600519')
    await publishOne(own('600519', 'sh', '贵州茅台'))
    await publishOne(own('600519', 'sh', '这家公司'))
    expect(await name()).toBe('贵州茅台')
    await bring(wire('a', '茅台', new Date('2001-08-27T00:00:00Z')))
    expect(await name()).toBe('茅台')
  })
})

describe('somebody who looks for a security', () => {
  beforeEach(async () => {
    await bring(
      incoming(
        'a',
        `${mark('600519|1|1', '贵州茅台')}${mark('600160|1|1', '巨化股份')}${mark('000001|1|1', '上证指数')}`,
        monday,
      ),
      incoming(
        'b',
        `${mark('000001|0|1', '平安银行')}${mark('601318|1|1', '中国平安')}${mark('00700|116|1', '腾讯控股')}`,
        tuesday,
      ),
      incoming(
        'c',
        `${mark('AAPL|105|1', '苹果')}${mark('BRK.B|106|1', '伯克希尔')}${mark('T|106|1', 'AT&amp;T 100%_')}`,
        wednesday,
      ),
    )
  })
  it.each([
    ['600519', ['贵州茅台']],
    ['600', ['巨化股份', '贵州茅台']],
    ['sh600519', ['贵州茅台']],
    ['600519.SH', ['贵州茅台']],
    ['sh600', ['巨化股份', '贵州茅台']],
    ['茅台', ['贵州茅台']],
    ['贵州 ', ['贵州茅台']],
    ['gzmt', ['贵州茅台']],
    ['GZ', ['贵州茅台']],
    ['ＧＺＭＴ', ['贵州茅台']],
    ['平安', ['平安银行', '中国平安']],
    ['pa', ['平安银行']],
    ['aapl', ['苹果']],
    ['brk.b', ['伯克希尔']],
    ['at&t', ['AT&T 100%_']],
    ['100%_', ['AT&T 100%_']],
    ['1__%', []],
    ['%', ['AT&T 100%_']],
    ['不知道', []],
    ['', []],
    ['  ', []],
  ])('and types %j finds %j', async (typed, names) => expect(await find(typed)).toEqual(names))
  it('finds the one in the mainland market first by a code that two have', async () => {
    expect(await find('000001')).toEqual(['平安银行', '上证指数'])
    expect(await find('sh000001')).toEqual(['上证指数'])
  })
  it('gets no more than asked for', async () => expect(await find('0', 1)).toHaveLength(1))
})

describe('what was published before securities were recorded', () => {
  const forget = async () => {
    await db.publishedSecurity.deleteMany()
    await db.security.deleteMany()
  }
  /** As the migration does it that made the tables. */
  const leave = async () => {
    const migrations = await readMigrations({ url, prismaFolder: join(import.meta.dirname, '../prisma') })
    const { sql = '' } = migrations.find(({ name }) => name.endsWith('_securities')) ?? {}
    await db.$executeRawUnsafe(sql.slice(sql.indexOf('INSERT INTO "setting"')).trim().replace(/;$/, ''))
  }
  /** How many articles each step has read. */
  const readAll = async () => {
    const steps: number[] = []
    const step = () => readOldMarks(db, { take: 2, at: wednesday })
    for (let some = await step(); some !== null; some = await step()) steps.push(some)
    return steps
  }

  it('is read some articles at a time, until nothing is left', async () => {
    const bodies = ['a', 'b', 'c', 'd', 'e'].map((key, index) => incoming(key, mark(`60000${index}|1|1`, `第${key}股`)))
    await bring(...bodies)
    await forget()
    await leave()
    const before = await findNewestChange(db)
    expect(await readAll()).toEqual([2, 2, 1])
    expect(await db.publishedSecurity.count()).toBe(5)
    expect(await find('第')).toHaveLength(5)
    expect(await db.setting.count({ where: { key: 'securities-unread' } })).toBe(0)
    expect((await listChanges(db, { after: before, limit: 10 })).flatMap(({ touched }) => touched).sort()).toEqual(
      [0, 1, 2, 3, 4].map((number) => `security:sh.60000${number}`),
    )
  })
  it('is not read twice where it was published again in between, or by two processes', async () => {
    await bring(incoming('a', mark('600000|1|1', '浦发银行')))
    await leave()
    await Promise.all([readAll(), readAll()])
    expect(await db.publishedSecurity.count()).toBe(1)
  })
  it('is nothing in a new store', async () => {
    await leave()
    expect(await db.setting.count()).toBe(0)
    expect(await readOldMarks(db, { take: 2, at: wednesday })).toBeNull()
  })
})

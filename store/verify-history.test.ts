import { noLibrary } from '@/newsroom/library-picture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { autosave } from '@/newsroom/autosave'
import { blankCopy } from '@/newsroom/blank-copy'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { restore } from '@/newsroom/restore'
import { save } from '@/newsroom/save'
import { spike } from '@/newsroom/spike'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle, findArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { packCopy } from './packed-copy'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'
import { countHistory, type Finding, verifyHistory } from './verify-history'

const zone = 'Asia/Shanghai'
const copy = blankCopy({ headline: '渡口改期', body: '风力八级。', category: 'bendi' })
let minute = 0
const now = () => new Date(Date.parse('2026-11-24T01:00:00Z') + ++minute * 60_000)

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let article: Article

/** Written, saved by itself twice, saved, published, saved: six entries, of which four are chained. */
beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'chief-editor', passwordHash: 'x', at: now() })
  await createCategory(db, { slug: 'bendi', name: '本地', at: now() })
  article = await createArticle(db, write(copy, { by, at: now() }))
  await change((one) => autosave(one, { ...copy, body: '风力九级。' }, { by, at: now() }))
  await change((one) => autosave(one, { ...copy, body: '风力十级。' }, { by, at: now() }))
  await change((one) => save(one, { ...copy, body: '风力十级，停航。' }, { by, at: now() }))
  await change((one) => publish(one, { by, at: now() }, noLibrary))
  await change((one) => save(one, { ...copy, body: '风力八级，开航。' }, { by, at: now() }))
})
afterEach(() => scratch.close())

async function change(rule: (article: Article) => Article, how: { how?: 'restore'; why?: string } = {}) {
  article = await changeArticle(db, article.id, { seenVersion: article.version, zone, ...how }, rule)
}
async function findings(): Promise<Finding[]> {
  const all: Finding[] = []
  for await (const finding of verifyHistory(db)) all.push(finding)
  return all
}
const entry = (number: number) => ({ articleId_number: { articleId: article.id, number } })
const named = async () => (await findings()).map(({ articleId, number }) => [articleId, number])

describe('a history that nobody touched', () => {
  it('is found as it was written, whatever was done', async () => {
    expect(await findings()).toEqual([])
    await change((one) => restore(one, copy, { by, at: now() }), { how: 'restore', why: '1' })
    await change((one) => publish(one, { by, at: now() }, noLibrary))
    await change((one) => autosave(one, { ...copy, body: '又改。' }, { by, at: now() }))
    await change((one) => save(one, one.copy, { by, at: now() }))
    await change((one) => kill(one, '失实', { by, at: now() }))
    expect(await findings()).toEqual([])
    expect(await countHistory(db)).toBe(11)
  })
  it('is so too when the last thing was an autosave, a spike, or a publish at the moment of the writing', async () => {
    await change((one) => autosave(one, { ...copy, body: '又改。' }, { by, at: now() }))
    const at = now()
    const second = await createArticle(db, write(copy, { by, at }))
    await changeArticle(db, second.id, { seenVersion: 1, zone }, (one) => publish(one, { by, at }, noLibrary))
    const third = await createArticle(db, write(copy, { by, at }))
    await changeArticle(db, third.id, { seenVersion: 1, zone }, (one) => spike(one, { by, at: now() }))
    expect(await findings()).toEqual([])
    await db.historyEntry.deleteMany({ where: { articleId: second.id, act: 'publish' } })
    await db.historyEntry.deleteMany({ where: { articleId: third.id, act: 'spike' } })
    expect(new Set((await findings()).map(({ articleId }) => articleId))).toEqual(new Set([second.id, third.id]))
  })
  it('tells how far it is', async () => {
    const seen: number[] = []
    for await (const _ of verifyHistory(db, ({ entries }) => seen.push(entries)));
    expect(seen).toEqual([6])
  })
  it('may begin after the article was published', async () => {
    await db.historyEntry.deleteMany()
    expect(await findings()).toEqual([])
    await change((one) => save(one, copy, { by, at: now() }))
    expect(await findings()).toEqual([])
  })
})

describe('somebody who changes what was written is found out', () => {
  const other = packCopy({ ...copy, headline: '渡口照开' })
  it.each([
    ['the text', { copy: other.bytes }],
    ['the text and its hash', { copy: other.bytes, copyHash: other.hash }],
    ['the hash of the text', { copyHash: other.hash }],
    ['the text away', { copy: null }],
    ['the text into what nobody can read', { copy: new Uint8Array([1, 2, 3]) }],
    ['the version', { version: 9 }],
    ['the act', { act: 'merge' }],
    ['the act into one that nobody does', { act: 'bless' }],
    ['the act into an autosave', { act: 'autosave' }],
    ['the act into an autosave without a hash', { act: 'autosave', hash: null }],
    ['the person away', { byId: null }],
    ['the moment', { at: new Date('2026-11-24T00:00:00Z') }],
    ['the reason', { why: '照稿' }],
    ['the browser’s name for it', { key: 'another-name' }],
    ['the hash', { hash: '0'.repeat(64) }],
    ['the hash away', { hash: null }],
  ])('%s', async (_, data) => {
    await db.historyEntry.update({ where: entry(4), data })
    const numbers = (await named()).map(([, number]) => number)
    expect(numbers.some((number) => number === 4 || number === 5)).toBe(true)
  })
  it.each([
    ['the act', { act: 'merge' }],
    ['the moment', { at: new Date('2026-11-24T00:00:00Z') }],
    ['the person away', { byId: null }],
    ['the text and its hash', { copy: other.bytes, copyHash: other.hash }],
    ['the act into an autosave without a hash', { act: 'autosave', hash: null }],
    ['the version', { version: 9 }],
  ])('of the last entry too: %s', async (_, data) => {
    await db.historyEntry.update({ where: entry(6), data })
    expect(await named()).not.toEqual([])
  })
  it('the number', async () => {
    await db.historyEntry.update({ where: entry(6), data: { number: 7 } })
    expect(await named()).toContainEqual([article.id, 7])
  })
  it('the article that it is of', async () => {
    const second = await createArticle(db, write(copy, { by, at: now() }))
    await db.historyEntry.update({ where: entry(6), data: { articleId: second.id } })
    const articles = new Set((await named()).map(([id]) => id))
    expect(articles).toEqual(new Set([article.id, second.id]))
  })
  it('an entry in the middle that is taken out', async () => {
    await db.historyEntry.delete({ where: entry(4) })
    expect(await named()).toContainEqual([article.id, 5])
  })
  it('the first that is taken out', async () => {
    await db.historyEntry.delete({ where: entry(1) })
    expect(await named()).toContainEqual([article.id, 4])
  })
  it('the last that is taken out', async () => {
    await db.historyEntry.delete({ where: entry(6) })
    expect(await named()).toContainEqual([article.id, null])
  })
  it('the last that is taken out where it left the text alone', async () => {
    await change((one) => publish(one, { by, at: now() }, noLibrary))
    await db.historyEntry.delete({ where: entry(7) })
    expect(await named()).toContainEqual([article.id, null])
  })
  it('an entry that is put in', async () => {
    const row = await db.historyEntry.findUniqueOrThrow({ where: entry(6) })
    await db.historyEntry.update({ where: entry(6), data: { number: 7 } })
    await db.historyEntry.create({ data: { ...row, number: 6, why: '谁也没做' } })
    expect(await named()).toContainEqual([article.id, 6])
  })
  it('an entry that is put behind the last', async () => {
    const row = await db.historyEntry.findUniqueOrThrow({ where: entry(6) })
    await db.historyEntry.create({ data: { ...row, number: 7 } })
    expect(await named()).toContainEqual([article.id, 7])
  })
  it('the article’s text, headline or tags', async () => {
    await db.articleBody.update({ where: { articleId: article.id }, data: { body: '风平浪静。' } })
    expect(await named()).toEqual([[article.id, 6]])
    await db.articleBody.update({ where: { articleId: article.id }, data: { body: article.copy.body } })
    await db.article.update({ where: { id: article.id }, data: { headline: '渡口照开' } })
    expect(await named()).toEqual([[article.id, 6]])
    await db.article.update({ where: { id: article.id }, data: { headline: copy.headline, tags: ['晴'] } })
    expect(await named()).toEqual([[article.id, 6]])
  })
  it('the article’s version, state or moment', async () => {
    for (const data of [{ version: 9 }, { status: 'killed' }, { updatedAt: now() }, { publishedVersion: 2 }]) {
      const before = await db.article.findUniqueOrThrow({ where: { id: article.id } })
      await db.article.update({ where: { id: article.id }, data })
      expect(await named(), JSON.stringify(data)).toContainEqual([article.id, null])
      const { version, status, updatedAt, publishedVersion } = before
      await db.article.update({ where: { id: article.id }, data: { version, status, updatedAt, publishedVersion } })
    }
    expect(await findings()).toEqual([])
  })
  it('an article that cannot be read any more', async () => {
    await db.article.update({ where: { id: article.id }, data: { kind: 'poem' } })
    expect(await named()).toEqual([[article.id, null]])
    await expect(findArticle(db, article.id)).rejects.toThrow()
  })
})

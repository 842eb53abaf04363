import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import type { ListKind, ListNoun } from '@/newsroom/list-address'
import { merge, type NamedList, rename, separate } from '@/newsroom/named-list'
import { publish } from '@/newsroom/publish'
import { Refusal } from '@/newsroom/refusal'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import { findNewestChange } from './changes'
import type { Database } from './database'
import { findFiled } from './filed-under'
import { listUnder } from './listed-under'
import { readMigrations } from './migrate'
import { findCalled, findNamedList, findNames, nameList, numbersOf, separateName } from './named-lists'
import { findCursor, findPublished, listPublished } from './published'
import { listChanges } from './scratch-changes'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'
import { verifySearch } from './verify-search'
import { listWithdrawnUnder } from './withdrawn-listings'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')

let db: Database
let url: string
let close: () => Promise<void>
let by: Staff

beforeEach(async () => {
  ;({ db, url, close } = await openScratchDatabase())
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'desk-chief', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterEach(() => close())

const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
/** Published so many minutes after the first. */
const show = async (minutes: number, changes: Partial<Copy>) => {
  const copy = blankCopy({ headline: `第${minutes}分`, body: '文', category: 'bendi', ...changes })
  const when = new Date(at.getTime() + minutes * 60_000)
  return change(await createArticle(db, write(copy, { by, at })), (now) => publish(now, { by, at: when }, noLibrary))
}
const find = async (noun: ListNoun, name: string) => {
  const list = await findNamedList(db, noun, { names: [name] })
  if (!list) throw new Error(`nothing is called ${name}`)
  return list
}
const headlines = async (noun: ListNoun, name: string, after: number | null = null, limit = 30) => {
  const cursor = after === null ? null : await findCursor(db, after)
  const page = await listUnder(db, { kind: noun, ids: numbersOf(await find(noun, name)) }, { after: cursor, limit })
  return page.map(({ headline }) => headline)
}
const withdrawn = async (kind: ListKind, ids: number[]) =>
  (await listWithdrawnUnder(db, { kind, ids }, 30)).map(({ reason }) => reason)
const renameTo = (list: NamedList, to: string) =>
  nameList(db, { noun: list.noun, id: list.id, seenName: list.name, at }, async (now, look) =>
    rename(now, { to, holder: await look(to) }),
  )
const mergeInto = (list: NamedList, typed: string) =>
  nameList(db, { noun: list.noun, id: list.id, seenName: list.name, at }, async (now, look) =>
    merge(now, { into: await look(typed), typed }),
  )
const names = ({ name, formerNames }: NamedList) => [name, ...formerNames.map((one) => one.name).sort()]
const source = (name: string) => ({ source: { name, address: null } })

describe('the list of a name', () => {
  it('has what says it, newest first, page by page, each article once', async () => {
    const all = { tags: ['港口', '航运'], byline: '记者 沈砚秋 顾临', ...source('棠州电台') }
    const articles = [await show(1, all), await show(2, { tags: ['航运'] }), await show(2, all), await show(3, all)]
    for (const [noun, name] of [
      ['tag', '港口'],
      ['source', '棠州电台'],
      ['author', '顾临'],
    ] as const) {
      expect(await headlines(noun, name)).toEqual(['第3分', '第2分', '第1分'])
      expect(await headlines(noun, name, articles[3]?.id, 1)).toEqual(['第2分'])
      expect(await headlines(noun, name, articles[2]?.id)).toEqual(['第1分'])
    }
  })
  it('loses what is killed, and remembers under which names readers knew it', async () => {
    const body = '<span data-code="600519" data-market="sh">贵州茅台</span>'
    const article = await show(1, { tags: ['港口'], byline: '沈砚秋', ...source('棠州电台'), body, bodyFormat: 'html' })
    await change(article, (now) => kill(now, '失实', { by, at }))
    for (const [noun, name] of [
      ['tag', '港口'],
      ['source', '棠州电台'],
      ['author', '沈砚秋'],
    ] as const) {
      const list = await find(noun, name)
      expect(list.isShown).toBe(false)
      expect(await withdrawn(noun, numbersOf(list))).toEqual(['失实'])
    }
    const { id } = await db.security.findFirstOrThrow()
    expect(await withdrawn('security', [id])).toEqual(['失实'])
    expect(await withdrawn('tag', [id + 100])).toEqual([])
  })
  it('is found by any name that is asked for, the first that is known, and by its number', async () => {
    await show(1, { tags: ['港口'] })
    const { id } = await find('tag', '港口')
    expect(await findNamedList(db, 'tag', { names: ['没有', '港口'] })).toMatchObject({ id })
    expect(await findNamedList(db, 'tag', { id })).toMatchObject({ name: '港口' })
    expect(await findNamedList(db, 'tag', { id: 999_999_999_999 })).toBeNull()
    expect(await findNamedList(db, 'tag', { names: [] })).toBeNull()
    expect(await findNamedList(db, 'source', { names: ['港口'] })).toBeNull()
  })
})

describe('a renamed list', () => {
  it('is called so from then on, keeps its articles, and takes what still says the old name', async () => {
    const article = await show(1, source('上海证券报'))
    await renameTo(await find('source', '上海证券报'), '上证报')
    await show(2, source('上海证券报'))
    await show(3, source('上证报'))
    for (const name of ['上海证券报', '上证报'])
      expect(await headlines('source', name)).toEqual(['第3分', '第2分', '第1分'])
    expect(names(await find('source', '上海证券报'))).toEqual(['上证报', '上海证券报'])
    const called = [await findPublished(db, { id: article.id }), ...(await listPublished(db, {}, { limit: 9 }))]
    expect(called.map((one) => one?.source?.name)).toEqual(Array(4).fill('上证报'))
    expect(await db.source.findMany({ where: { articles: { some: { id: article.id } } } })).toMatchObject([
      { name: '上海证券报' },
    ])
  })
  it('may be renamed again and back: every name leads straight to the one it has', async () => {
    await show(1, { tags: ['甲'] })
    for (const [from, to] of [
      ['甲', '乙'],
      ['乙', '丙'],
      ['丙', '甲'],
      ['甲', '丙'],
    ] as const) {
      await renameTo(await find('tag', from), to)
      const rows = await db.tag.findMany()
      const roots = rows.filter(({ intoId }) => intoId === null)
      expect(roots.map(({ name }) => name)).toEqual([to])
      expect(rows.filter(({ intoId }) => intoId !== null).every(({ intoId }) => intoId === roots[0]?.id)).toBe(true)
      expect(await headlines('tag', '甲')).toEqual(['第1分'])
    }
  })
  it('touches every page, and nothing where the desk was refused', async () => {
    await show(1, { tags: ['甲', '乙'] })
    const before = await findNewestChange(db)
    const list = await find('tag', '甲')
    await expect(renameTo(list, '乙')).rejects.toMatchObject({ reason: 'list-name-taken' })
    expect(await findNewestChange(db)).toBe(before)
    await renameTo(list, '丙')
    expect(await listChanges(db, { after: before, limit: 9 })).toMatchObject([{ touched: ['site'] }])
    await expect(renameTo(list, '丁')).rejects.toThrow(new Refusal('list-stale'))
  })
})

describe('merged lists', () => {
  it('are one, with each article once and what either had withdrawn, and both names lead there', async () => {
    await show(1, { tags: ['碳中和'] })
    await show(2, { tags: ['双碳', '碳中和'] })
    const gone = await show(3, { tags: ['碳中和'] })
    await show(4, { tags: ['双碳'] })
    await change(gone, (now) => kill(now, '失实', { by, at }))
    await mergeInto(await find('tag', '碳中和'), '双碳')
    for (const name of ['碳中和', '双碳']) expect(await headlines('tag', name)).toEqual(['第4分', '第2分', '第1分'])
    expect(await headlines('tag', '双碳', null, 2)).toEqual(['第4分', '第2分'])
    expect(await withdrawn('tag', numbersOf(await find('tag', '双碳')))).toEqual(['失实'])
    expect(Object.fromEntries((await findCalled(db, { tag: ['碳中和', '双碳', '没有'] })).tag)).toMatchObject({
      碳中和: { name: '双碳' },
      双碳: { name: '双碳' },
    })
  })
  it('take their former names with them, so that no chain comes about', async () => {
    for (const [minutes, tag] of ['甲', '乙', '丙'].entries()) await show(minutes, { tags: [tag] })
    await mergeInto(await find('tag', '甲'), '乙')
    await mergeInto(await find('tag', '乙'), '丙')
    expect(names(await find('tag', '甲'))).toEqual(['丙', '乙', '甲'])
    await expect(mergeInto(await find('tag', '丙'), '甲')).rejects.toMatchObject({ reason: 'list-merge-self' })
    expect(await headlines('tag', '甲')).toEqual(['第2分', '第1分', '第0分'])
  })
  it('are searched as one, by an index that nobody wrote anew', async () => {
    await show(1, { tags: ['甲'], ...source('上证报') })
    await show(2, { tags: ['乙'], ...source('上海证券报') })
    await mergeInto(await find('tag', '甲'), '乙')
    await mergeInto(await find('source', '上证报'), '上海证券报')
    expect(await findFiled(db, 'tag', '乙')).toHaveLength(2)
    expect(await findFiled(db, 'source', '上证报')).toHaveLength(2)
    const faults = []
    for await (const fault of verifySearch(db, () => {})) faults.push(fault)
    expect(faults).toEqual([])
  })
  it('are parted again where articles say the name', async () => {
    await show(1, { tags: ['甲'] })
    await show(2, { tags: ['乙'] })
    const both = await mergeInto(await find('tag', '甲'), '乙')
    const part = (name: string) =>
      separateName(db, { noun: 'tag', id: both.id, seenName: '乙', at }, (now) => separate(now, name))
    expect(names(await part('甲'))).toEqual(['甲'])
    expect(await headlines('tag', '乙')).toEqual(['第2分'])
    expect(await headlines('tag', '甲')).toEqual(['第1分'])
    await expect(part('甲')).rejects.toMatchObject({ reason: 'list-stale' })
  })
})

describe('a chief who looks for a name', () => {
  it('finds lists by a part of any of their names, each once, and without one the newest', async () => {
    await show(1, { tags: ['上海港', '港口', '100%_'] })
    await show(2, { tags: ['内河港'] })
    await mergeInto(await find('tag', '内河港'), '港口')
    const found = async (typed: string, take = 9) =>
      (await findNames(db, { noun: 'tag', typed, take })).map(({ name }) => name)
    expect((await found('港')).sort()).toEqual(['上海港', '港口'])
    expect(await found('内河')).toEqual(['港口'])
    expect(await found('%_')).toEqual(['100%_'])
    expect(await found('没有')).toEqual([])
    expect((await found('')).length).toBe(3)
    expect((await found('', 1)).length).toBe(1)
  })
})

it('what was published before sources were numbered is numbered by the migration', async () => {
  await show(1, source('棠州电台'))
  await show(2, {})
  const numbers = () =>
    db.publishedArticle.findMany({ select: { articleId: true, sourceId: true }, orderBy: { articleId: 'asc' } })
  const before = await numbers()
  await db.publishedArticle.updateMany({ data: { sourceId: null } })
  await db.publishedSource.deleteMany()
  expect(await headlines('source', '棠州电台')).toEqual([])
  const migrations = await readMigrations({ url, prismaFolder: join(import.meta.dirname, '../prisma') })
  const { sql = '' } = migrations.find(({ name }) => name.endsWith('_lists_by_name')) ?? {}
  const filling = [...sql.matchAll(/^(?:INSERT INTO "source"|UPDATE|INSERT INTO "published_source")[^;]*/gm)]
  expect(filling).toHaveLength(3)
  for (const [statement] of filling) await db.$executeRawUnsafe(statement)
  expect(await numbers()).toEqual(before)
  expect(await headlines('source', '棠州电台')).toEqual(['第1分'])
})

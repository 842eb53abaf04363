import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { decodePath } from '@/newsroom/address'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import type { Identity } from '@/newsroom/identity'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { listAddress, listKinds, type ListKind, type ListNoun, listPath } from '@/newsroom/list-address'
import { merge, rename } from '@/newsroom/named-list'
import { publish } from '@/newsroom/publish'
import { storyName } from '@/newsroom/related/beside'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { findNewestChange } from '@/store/changes'
import { closeDatabase, type Database, database } from '@/store/database'
import { findNamedList, nameList } from '@/store/named-lists'
import { listChanges } from '@/store/scratch-changes'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { feedFormats } from './feeds/feed'
import { type PageContext, pageStorage } from './page-context'
import { sitemapIndex, sitemapPart } from './sitemap'
import { atomGrammar } from './validators/atom-grammar'
import { jsonFeedSchema } from './validators/json-feed-schema'
import { mapGrammar } from './validators/map-grammar'
import { everyNaughty } from './validators/naughty'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'
import { rssGrammar } from './validators/rss-grammar'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')
const site = {
  ...{ name: '棠州日报', description: '', language: 'zh-CN', seal: '', imprint: [], legal: [], facts: [] },
  ...{ origin: 'http://localhost:3000', zone },
}

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-named-list') &
  typeof import('./read-address') &
  typeof import('./read-named-map') &
  typeof import('./feeds/answer-feed') &
  typeof import('./feeds/named-list-feed')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = {
    ...(await import('./read-named-list')),
    ...(await import('./read-address')),
    ...(await import('./read-named-map')),
    ...(await import('./feeds/answer-feed')),
    ...(await import('./feeds/named-list-feed')),
  }
  db = await database(scratch.url)
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'desk-chief', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

let minutes = 0
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const show = async (changes: Partial<Copy>) => {
  minutes++
  const copy = blankCopy({ headline: `第${minutes}分`, body: '正文。', category: 'bendi', ...changes })
  const when = new Date(at.getTime() + minutes * 60_000)
  return change(await createArticle(db, write(copy, { by, at })), (now) => publish(now, { by, at: when }, noLibrary))
}
const marking = (market: string, code: string, name: string): Partial<Copy> => ({
  body: `<p><span data-code="${code}" data-market="${market}">${name}</span>涨。</p>`,
  bodyFormat: 'html',
})
const listAt = async (kind: ListKind, part: string) => {
  const answer = await portal.readNamedList(kind, part)
  if (answer.is !== 'list') throw new Error(`${part}: ${JSON.stringify(answer)}`)
  return answer.list
}
const seen = async (noun: ListNoun, name: string) => {
  const list = await findNamedList(db, noun, { names: [name] })
  if (!list) throw new Error(`nothing is called ${name}`)
  return { noun, id: list.id, seenName: list.name, at }
}
const renameTo = async (noun: ListNoun, from: string, to: string) =>
  nameList(db, await seen(noun, from), async (now, look) => rename(now, { to, holder: await look(to) }))
const mergeInto = async (noun: ListNoun, from: string, typed: string) =>
  nameList(db, await seen(noun, from), async (now, look) => merge(now, { into: await look(typed), typed }))

/** What a reader of the portal depends on. */
async function dependsOf(read: () => Promise<unknown>): Promise<Identity[]> {
  const page: PageContext = {
    ...{ path: '', status: 200, location: null, siteEdition: () => null },
    depends: new Set(),
  }
  const pages = new AsyncLocalStorage<PageContext>()
  Object.assign(globalThis, { [pageStorage]: pages })
  await pages.run(page, read)
  Object.assign(globalThis, { [pageStorage]: undefined })
  return [...page.depends]
}

describe('a reader of a list', () => {
  it('reads on page by page, at addresses that keep their meaning while news arrives', async () => {
    const ids: number[] = []
    for (let count = 0; count < 33; count++) ids.unshift((await show({ tags: ['长卷'] })).id)
    const list = await listAt('tag', '长卷')
    const first = await portal.readListPage(list, null)
    expect(first?.articles.map(({ id }) => id)).toEqual(ids.slice(0, 30))
    expect(first?.olderPath).toBe(`/tag/%E9%95%BF%E5%8D%B7?after=${ids[29]}`)
    await show({ tags: ['长卷'] })
    const second = await portal.readListPage(list, ids[29] ?? 0)
    expect(second).toMatchObject({ articles: ids.slice(30).map((id) => ({ id })), olderPath: null })
  })
  it('finds none where nothing is called so, nothing says it any more, or nothing comes after', async () => {
    const article = await show({ tags: ['昙花'] })
    const list = await listAt('tag', '昙花')
    expect(await portal.readListPage(list, article.id)).toBeNull()
    expect(await portal.readListPage(list, 999_999)).toBeNull()
    await change(article, (now) => kill(now, '失实', { by, at }))
    expect(await portal.readListPage(await listAt('tag', '昙花'), null)).toBeNull()
    for (const part of ['没有', '', ' ', '~n999999', '~', '%'])
      expect(await portal.readNamedList('tag', part), part).toEqual({ is: 'missing' })
    expect(await portal.readNamedList('source', '长卷')).toEqual({ is: 'missing' })
  })
  it('is led from each other way of writing a name to the one that is its address', async () => {
    await show({ tags: ['Café 100%/年'], byline: '沈砚秋', source: { name: '棠州 电台', address: null } })
    const { path } = await listAt('tag', 'Café 100~25~2f年')
    expect(path).toBe('/tag/Café 100~25~2f年')
    for (const part of ['Café 100%~2f年', 'Café  100~25~2F年 ', 'Cafe\u0301 100~25~2f年'])
      expect(await portal.readNamedList('tag', part), part).toEqual({ is: 'moved', to: path })
    expect(await portal.readNamedList('source', '棠州 电台/')).toEqual({ is: 'moved', to: '/source/棠州 电台' })
    expect(await portal.readNamedList('source', '棠州 电台//')).toEqual({ is: 'missing' })
    expect(await portal.readNamedList('author', '沈砚秋 ')).toEqual({ is: 'moved', to: '/author/沈砚秋' })
  })
  it('finds a list at one address of its own, whatever it is called', async () => {
    const naughty = everyNaughty.map((one) => one.toWellFormed().replaceAll('\0', ''))
    const said = [...new Set([...naughty, '长'.repeat(300), '长'.repeat(301), '.', '..', '~n1'])].filter(Boolean)
    const { id: articleId, publishedAt } = await show({})
    const tags = await db.tag.createManyAndReturn({ data: said.map((name) => ({ name })) })
    await db.publishedTag.createMany({
      data: tags.map(({ id }) => ({ tagId: id, articleId, publishedAt: publishedAt ?? at })),
    })
    const paths = new Map<string, string>()
    for (const name of said) {
      const list = await findNamedList(db, 'tag', { names: [name] })
      const path = list ? listPath('tag', list) : ''
      expect(decodePath(listAddress(path)), name).toBe(path)
      expect(paths.get(path) ?? name).toBe(name)
      paths.set(path, name)
      const found = await listAt('tag', path.slice('/tag/'.length))
      expect(found).toMatchObject({ name, path })
      expect((await portal.readListPage(found, null))?.articles).toMatchObject([{ id: articleId }])
    }
    expect(paths.size).toBe(said.length)
  })
  it('of a security finds what marks it, by its code in whatever way one types that', async () => {
    await show(marking('sh', '600519', '贵州茅台'))
    const list = await listAt('security', 'sh.600519')
    expect(list).toMatchObject({ name: '贵州茅台', security: { market: 'sh', code: '600519' } })
    expect((await portal.readListPage(list, null))?.articles).toHaveLength(1)
    for (const part of ['600519', 'SH.600519', 'sh600519', '600519.SH'])
      expect(await portal.readNamedList('security', part), part).toEqual({ is: 'moved', to: '/security/sh.600519' })
    for (const part of ['sz.600519', '贵州茅台', ''])
      expect(await portal.readNamedList('security', part), part).toEqual({ is: 'missing' })
  })
})

describe('a reader after the desk has called a list otherwise', () => {
  it('is led from every old name straight to the new one, and reads it on the article’s page', async () => {
    const copy = { tags: ['碳'], byline: '本报记者 阿甲', source: { name: '商报', address: 'https://e.org/1' } }
    const article = await show(copy)
    await renameTo('tag', '碳', '双碳')
    await renameTo('tag', '双碳', '碳目标')
    await renameTo('author', '阿甲', '顾临')
    await renameTo('source', '商报', '棠州商报')
    for (const part of ['碳', '双碳'])
      expect(await portal.readNamedList('tag', part)).toEqual({ is: 'moved', to: '/tag/碳目标' })
    expect(await portal.readAddress(article.path ?? '')).toMatchObject({
      article: { tags: ['碳目标'], byline: '本报记者 阿甲', source: { name: '棠州商报', address: 'https://e.org/1' } },
      lists: {
        source: listAddress('/source/棠州商报'),
        tags: [{ name: '碳目标', address: listAddress('/tag/碳目标') }],
        authors: new Map([['阿甲', listAddress('/author/顾临')]]),
      },
    })
    expect(await db.article.findUnique({ where: { id: article.id } })).toMatchObject({ tags: ['碳'] })
  })
  it('finds at once what still says the old name: its change touches the list and its feeds', async () => {
    await show({ tags: ['旧港'], byline: '老顾', source: { name: '旧报', address: null } })
    await renameTo('tag', '旧港', '新港')
    await renameTo('source', '旧报', '新报')
    await renameTo('author', '老顾', '小顾')
    for (const [kind, name] of [
      ['tag', '新港'],
      ['source', '新报'],
      ['author', '小顾'],
    ] as const) {
      const depends = await dependsOf(async () => portal.readListPage(await listAt(kind, name), null))
      const before = await findNewestChange(db)
      const article = await show({ tags: ['旧港'], byline: '老顾', source: { name: '旧报', address: null } })
      const killed = await change(article, (now) => kill(now, '失实', { by, at }))
      expect(killed.status).toBe('killed')
      for (const { touched } of await listChanges(db, { after: before, limit: 9 }))
        expect(
          touched.some((identity) => depends.includes(identity)),
          `${kind} ${touched}`,
        ).toBe(true)
    }
  })
  it('keeps a page behind the newest one while newer articles come, and not once one of its own is killed', async () => {
    const named = { tags: ['常青'], byline: '常青', source: { name: '常青', address: null } }
    const [first, second] = [await show(named), await show(named)]
    const depends = (
      await Promise.all(
        (['tag', 'author', 'source'] as const).map(async (kind) =>
          dependsOf(async () => portal.readListPage(await listAt(kind, '常青'), second.id)),
        ),
      )
    ).flat()
    const touchedSince = async (after: number) =>
      (await listChanges(db, { after, limit: 9 })).flatMap(({ touched }) => touched)
    const before = await findNewestChange(db)
    await show(named)
    expect((await touchedSince(before)).filter((identity) => depends.includes(identity))).toEqual([])
    await change(first, (now) => kill(now, '失实', { by, at }))
    expect(await touchedSince(before)).toEqual(
      expect.arrayContaining(['tag-past:常青', 'author-past:常青', 'source-past:常青']),
    )
  })
  it('reads a merged tag once on an article that had both', async () => {
    const article = await show({ tags: ['并甲', '并乙', '别的'] })
    await mergeInto('tag', '并甲', '并乙')
    const answer = await portal.readAddress(article.path ?? '')
    expect(answer.is === 'article' && answer.article.tags).toEqual(['并乙', '别的'])
  })
  it('reads the new name over the story that the tag stands for', async () => {
    const river = { tags: ['澜江防汛'], body: '石门站水位14时涨至31.4米，沿江三区低洼地带居民今晚前转移。' }
    await show({ ...river, headline: '澜江上游石门站水位超警戒 沿江三区启动二级响应' })
    const { path } = await show({
      ...river,
      headline: '澜江石门站水位回落 沿江三区解除二级响应',
      body: '石门站水位今晨回落，沿江三区解除二级响应，转移居民返家。',
    })
    const reads = async () => {
      const answer = await portal.readAddress(path ?? '')
      return answer.is === 'article' ? storyName(answer.article, answer.beside.reports) : null
    }
    expect(await reads()).toBe('澜江防汛')
    await renameTo('tag', '澜江防汛', '澜江汛情')
    expect(await reads()).toBe('澜江汛情')
  })
  it('may ask for what is not there yet, and be told when it is', async () => {
    const depends = await dependsOf(() => portal.readNamedList('tag', '未来'))
    const before = await findNewestChange(db)
    await show({ tags: ['未来'] })
    const [{ touched } = { touched: [] }] = await listChanges(db, { after: before, limit: 1 })
    expect(touched.some((identity) => depends.includes(identity))).toBe(true)
  })
})

describe('the feeds of a list', () => {
  it.each(listKinds)('of a %s are valid, give whole texts, and keep their id', async (kind) => {
    const name = { tag: '订阅', source: '订阅报', author: '订阅人', security: 'hk.00700' }[kind]
    const says = { tags: ['订阅'], byline: '订阅人', source: { name: '订阅报', address: null } }
    const gone = await show({ ...says, ...marking('hk', '00700', '腾讯控股') })
    await show({ ...says, ...marking('hk', '00700', '腾讯控股') })
    await change(gone, (now) => kill(now, '失实', { by, at }))
    const list = await listAt(kind, name)
    const feed = portal.namedListFeed(list, `订阅：${list.name}`)
    const path = `${listAddress(list.path)}/feed.`
    for (const format of feedFormats) {
      const answer = await portal.answerFeed(feed, {
        format,
        path: path + format,
        after: null,
        form: 'full',
        correctionHeading: () => '更正',
      })
      const text = answer?.text ?? ''
      expect(text).toContain('腾讯控股')
      if (format === 'json') expect(jsonFeedSchema.safeParse(JSON.parse(text)).error).toBeUndefined()
      else expect(await problemsIn([text], format === 'atom' ? atomGrammar : rssGrammar)).toEqual([])
      if (format !== 'atom') continue
      expect(texts(readXml(text), 'id')).toEqual([`${site.origin}${listAddress(list.path)}`])
      expect(all(readXml(text), 'at:deleted-entry').length).toBeGreaterThan(0)
    }
  })
  it('go on with the same id under another name', async () => {
    await show({ tags: ['长名'] })
    const id = async (part: string) => portal.namedListFeed(await listAt('tag', part), '').idPath
    const before = await id('长名')
    await renameTo('tag', '长名', '短名')
    expect(await id('短名')).toBe(before)
  })
})

describe('the sitemap', () => {
  it('has every list that has something to show, as it is called, and says no time that a kill would make untrue', async () => {
    const killed = await show({ tags: ['图甲', '图空'], ...marking('us', 'MD', '儿科') })
    await show({ tags: ['图甲'], ...marking('us', 'ZIP', '招聘') })
    await show({ tags: ['图乙'], byline: '图人', source: { name: '图报', address: null } })
    await change(killed, (now) => kill(now, '失实', { by, at }))
    await mergeInto('tag', '图乙', '图甲')
    const parts = []
    for await (const part of portal.readNamedMapParts()) parts.push(part)
    expect(parts.map(({ name }) => name)).toEqual(listKinds.map((kind) => `lists-${kind}`))
    expect(await problemsIn([await whole(sitemapIndex(site, [], parts))], mapGrammar)).toEqual([])
    const maps: Record<string, string> = {}
    for (const kind of listKinds)
      maps[kind] = await whole(sitemapPart(site, (await portal.readNamedMap({ kind, part: 1 })) ?? []))
    expect(await problemsIn(Object.values(maps), mapGrammar)).toEqual([])
    const line = (path: string) => `<loc>${site.origin}${listAddress(path)}</loc>`
    expect(maps.tag).toContain(line('/tag/图甲'))
    expect(Object.values(maps).join('')).not.toContain('lastmod')
    for (const gone of ['/tag/图乙', '/tag/图空']) expect(maps.tag).not.toContain(line(gone))
    expect(maps.author).toContain(line('/author/图人'))
    expect(maps.source).toContain(line('/source/图报'))
    expect(maps.security).toContain(line('/security/us.ZIP'))
    expect(maps.security).not.toContain(line('/security/us.MD'))
    expect(await portal.readNamedMap({ kind: 'tag', part: 2 })).toBeNull()
  })
})

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

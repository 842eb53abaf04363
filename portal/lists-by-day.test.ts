import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { correct } from '@/newsroom/correct'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { closeDatabase, type Database, database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { verifyHistory } from '@/store/verify-history'
import type { FeedList } from './feeds/answer-feed'
import { type FeedFormat, feedFormats } from './feeds/feed'
import { scratchSite } from './scratch-article'
import { sitemapIndex, sitemapPart } from './sitemap'
import { atomGrammar } from './validators/atom-grammar'
import { jsonFeedSchema } from './validators/json-feed-schema'
import { mapGrammar } from './validators/map-grammar'
import { everyNaughty } from './validators/naughty'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'
import { rssGrammar } from './validators/rss-grammar'

const zone = 'Asia/Shanghai'
const minute = 60_000
/** Eight in the evening in Shanghai. */
const evening = new Date('2026-11-23T12:00:00Z')
/** The first minute of the day after. */
const midnight = new Date('2026-11-23T16:00:00Z')
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute)
/** More than one page of a day has. */
const many = 205

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-archive') &
  typeof import('./read-flash') &
  typeof import('./read-corrections') &
  typeof import('./read-address') &
  typeof import('./read-list-map') &
  typeof import('./read-site') &
  typeof import('./markdown/read-markdown') &
  typeof import('./feeds/answer-feed') &
  typeof import('./feeds/one-category') &
  typeof import('./feeds/one-stretch') &
  typeof import('./feeds/running-wire') &
  typeof import('./feeds/corrected-articles') &
  typeof import('./feeds/search-hits')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = Object.assign(
    {},
    ...(await Promise.all([
      import('./read-archive'),
      import('./read-flash'),
      import('./read-corrections'),
      import('./read-address'),
      import('./read-list-map'),
      import('./read-site'),
      import('./markdown/read-markdown'),
      import('./feeds/answer-feed'),
      import('./feeds/one-category'),
      import('./feeds/one-stretch'),
      import('./feeds/running-wire'),
      import('./feeds/corrected-articles'),
      import('./feeds/search-hits'),
    ])),
  )
  db = await database(scratch.url)
  by = await createStaff(db, {
    email: 'a@example.org',
    name: '江予怀',
    role: 'administrator',
    passwordHash: 'x',
    at: evening,
  })
  await createCategory(db, { slug: 'bendi', name: '本地', at: evening })
  await createCategory(db, { slug: 'jingji', name: '经济', at: evening })
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

const copy = blankCopy({ headline: '柳浦港开港', body: '停工79天。', category: 'bendi' })
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const show = async (at: Date, changes: Partial<Copy> = {}) =>
  change(await createArticle(db, write({ ...copy, ...changes }, { by, at })), (now) =>
    publish(now, { by, at }, noLibrary),
  )
/** Many at once, written straight into the tables: what is shown of them is all that is looked at. */
async function showMany(
  moments: Date[],
  { kind, headline }: { kind: Copy['kind']; headline: (index: number) => string },
) {
  const { id: categoryId } = await db.category.findFirstOrThrow({ where: { slug: 'bendi' } })
  const rows = moments.map((at, index) => ({
    ...{ kind, headline: headline(index), categoryId, tags: [], publishedAt: at, updatedAt: at },
  }))
  const numbered = await db.article.createManyAndReturn({
    data: rows.map((row) => ({
      ...row,
      status: 'published',
      version: 1,
      publishedVersion: 1,
      createdAt: row.updatedAt,
    })),
    select: { id: true },
  })
  const ids = numbered.map(({ id }) => id).sort((a, b) => a - b)
  await db.publishedArticle.createMany({
    data: rows.map((row, index) => ({
      ...row,
      articleId: ids[index] ?? 0,
      path: `/bendi/${ids[index]}.html`,
      summary: '',
      urgent: false,
    })),
  })
  await db.publishedText.createMany({
    data: ids.map((articleId) => ({ articleId, html: '<p>文</p>', repeatsStandfirst: false })),
  })
  return ids
}
const correctIt = (article: Article, text: string, at: Date) =>
  change(article, (now) => correct(now, text, { by, at }, noLibrary))
const killIt = (article: Article, at: Date) => change(article, (now) => kill(now, '失实', { by, at }))
const heading = () => '更正（某日）'
const answer = async (list: FeedList | null, format: FeedFormat, after: number | null = null) =>
  list &&
  portal.answerFeed(list, { format, path: `/list/feed.${format}`, after, form: 'full', correctionHeading: heading })
const itemsOf = async (list: FeedList | null, after: number | null = null) =>
  jsonFeedSchema.parse(JSON.parse((await answer(list, 'json', after))?.text ?? '')).items

describe('before anything happened', () => {
  it('there is no day, no wire and no correction, and nothing leads to them', async () => {
    expect(await portal.readArchive()).toEqual([])
    expect(await portal.readArchiveDay('2026-11-23', null)).toBeNull()
    expect(await portal.readArchiveMonth('2026-11')).toBeNull()
    expect(await portal.readArchiveYear('2026')).toBeNull()
    expect(await portal.readFlashes(null, evening)).toBeNull()
    expect(await portal.readCorrections(null)).toBeNull()
    expect(await portal.readLatestCorrection(evening)).toBeNull()
    expect(await portal.oneStretch('2026-11-23', '一天')).toBeNull()
    expect(portal.searchHits(' ', '搜索')).toBeNull()
    expect((await portal.readSite()).lists).toEqual({ flashes: false, corrections: false })
  })
})

describe('a day of the archive', () => {
  it('has what was published on it in the site’s zone, and leads to the days beside it that have anything', async () => {
    const last = await show(later(midnight, -1))
    const first = await show(midnight)
    const old = await show(new Date('2025-06-01T00:00:00Z'))
    const monday = await portal.readArchiveDay('2026-11-23', null)
    expect(monday?.articles.map(({ id }) => id)).toEqual([last.id])
    expect(monday).toMatchObject({
      counts: { articleCount: 1, flashCount: 0 },
      before: { day: '2025-06-01' },
      after: { day: '2026-11-24', articleCount: 1 },
      olderPath: null,
      isEarlier: true,
    })
    expect(monday?.year.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24'])
    expect((await portal.readArchiveDay('2026-11-24', null))?.articles.map(({ id }) => id)).toEqual([first.id])
    expect(await portal.readArchiveDay('2026-11-22', null)).toBeNull()
    await killIt(old, midnight)
    expect(await portal.readArchiveDay('2025-06-01', null)).toBeNull()
    expect((await portal.readArchiveDay('2026-11-23', null))?.before).toBeNull()
  })
  it('that is busy is read page by page, each article once, at addresses that keep their meaning', async () => {
    const day = new Date('2026-10-05T00:00:00Z')
    // Seven to a minute, so that pages begin in the midst of one.
    const moments = Array.from({ length: many }, (_, index) => later(day, Math.floor(index / 7)))
    await showMany(moments, { kind: 'story', headline: () => '港' })
    // The first act that touches a day counts all of it.
    await show(later(day, 500))
    const first = await portal.readArchiveDay('2026-10-05', null)
    expect(first?.articles).toHaveLength(200)
    const after = Number(first?.olderPath?.split('after=')[1])
    expect(first?.olderPath).toBe(`/archive/2026/10/05?after=${after}`)
    const second = await portal.readArchiveDay('2026-10-05', after)
    expect(second).toMatchObject({ counts: null, olderPath: null })
    expect(new Set([...(first?.articles ?? []), ...(second?.articles ?? [])].map(({ id }) => id)).size).toBe(many + 1)
    await show(later(day, 600))
    expect((await portal.readArchiveDay('2026-10-05', after))?.articles).toEqual(second?.articles)
    expect(await portal.readArchiveDay('2026-10-05', 999_999)).toBeNull()
    expect(await portal.readArchiveDay('2026-10-05', 0)).toBeNull()
  })
  it('is counted in its month and its year', async () => {
    const month = await portal.readArchiveMonth('2026-10')
    expect(month).toMatchObject({ month: '2026-10', before: null, after: '2026-11' })
    expect(month?.days).toEqual([expect.objectContaining({ day: '2026-10-05', articleCount: many + 2 })])
    expect(await portal.readArchiveYear('2026')).toMatchObject({
      months: [
        { name: '2026-10', articleCount: many + 2, dayCount: 1 },
        { name: '2026-11', articleCount: 2, dayCount: 2 },
      ],
      before: null,
      after: null,
    })
    expect((await portal.readArchive()).map(({ name }) => name)).toEqual(['2026-10', '2026-11'])
    expect(await portal.readNewestDays(2)).toEqual(['2026-11-24', '2026-11-23'])
  })
})

describe('the running wire', () => {
  it('has the flashes, newest first, page by page, and says how many there were today', async () => {
    const moments = Array.from({ length: 52 }, (_, index) => later(evening, index))
    const ids = await showMany(moments, { kind: 'flash', headline: (index) => `快讯${index}` })
    await db.publishedDay.deleteMany({ where: { day: '2026-11-23' } })
    ids.push((await show(later(evening, 52), { kind: 'flash', headline: '快讯52' })).id)
    await show(later(evening, 100))
    const first = await portal.readFlashes(null, later(evening, 60))
    expect(first).toMatchObject({ today: 53 })
    expect(first?.flashes.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, 50))
    const after = Number(first?.olderPath?.split('after=')[1])
    expect(first?.olderPath).toBe(`/flash?after=${ids[3]}`)
    const second = await portal.readFlashes(after, midnight)
    expect(second).toMatchObject({ today: null, olderPath: null })
    expect(second?.flashes.map(({ id }) => id)).toEqual(ids.slice(0, 3).reverse())
    expect((await portal.readFlashes(null, midnight))?.today).toBe(0)
    expect(await portal.readFlashes(999_999, midnight)).toBeNull()
    expect((await portal.readSite()).lists.flashes).toBe(true)
  })
})

describe('a correction', () => {
  const note = '停工79天应为97天，已改正。'
  const at = later(midnight, 600)
  let article: Article

  it('reaches the article, with the text that was put right, and every list of corrections', async () => {
    article = await show(midnight, { slug: 'harbour' })
    const revised = await change(article, (now) =>
      revise(now, { ...copy, slug: 'harbour', body: '停工97天。' }, { by, at }),
    )
    article = await correctIt(revised, note, at)
    const found = await portal.readAddress(article.path ?? '')
    expect(found.is === 'article' && found.article).toMatchObject({
      correctedAt: at,
      corrections: [{ at, text: note }],
      html: '<p>停工97天。</p>',
      updatedAt: at,
    })
    expect(await portal.readCorrections(null)).toMatchObject({
      corrections: [{ at, text: note, article: { id: article.id, path: article.path, headline: '柳浦港开港' } }],
      olderPath: null,
    })
    expect((await portal.readSite()).lists.corrections).toBe(true)
  })
  it('stands on the front for three days, with how many there were in thirty', async () => {
    expect(await portal.readLatestCorrection(later(at, 60))).toMatchObject({ text: note, count: 1, isMore: false })
    expect(await portal.readLatestCorrection(later(at, 4 * 1440))).toBeNull()
  })
  it('stands before the whole text in feeds and in Markdown', async () => {
    const [item] = await itemsOf(portal.correctedArticles('更正与说明'))
    expect(item).toMatchObject({ date_modified: '2026-11-24T10:00:00+08:00' })
    expect(item?.content_html).toBe(`<p><strong>更正（某日）</strong><br>${note}</p><p>停工97天。</p>`)
    const markdown = await portal.readMarkdown('/bendi/2026/11/24/harbour.md', heading)
    expect(markdown.is === 'text' && markdown.text).toContain(`**更正（某日）**\\\n${note}\n\n停工97天。`)
  })
  it('is an entry of the article’s history, with its words', async () => {
    const entries = await db.historyEntry.findMany({ where: { articleId: article.id }, orderBy: { number: 'desc' } })
    expect(entries[0]).toMatchObject({ act: 'correct', why: note, byId: by.id, version: article.version })
    expect(entries[0]?.hash).not.toBeNull()
    for await (const finding of verifyHistory(db)) throw new Error(JSON.stringify(finding))
  })
  it('that is sent twice by one form corrects once', async () => {
    const stale = { ...article, version: article.version - 1 }
    await expect(correctIt(stale, note, at)).rejects.toThrow()
    expect((await portal.readCorrections(null))?.corrections).toHaveLength(1)
  })
  it('is followed by others, and an article stands once in their feed, where it was corrected last', async () => {
    const other = await correctIt(await show(midnight, { headline: '另一篇' }), '另有一错。', later(at, 1))
    article = await correctIt(article, '前一条更正有误：应为98天。', later(at, 2))
    const items = await itemsOf(portal.correctedArticles('更正与说明'))
    expect(items.map(({ title }) => title)).toEqual(['柳浦港开港', '另一篇'])
    expect(items[0]?.content_html).toContain(`${note}</p><p><strong>更正（某日）</strong><br>前一条更正有误`)
    expect((await itemsOf(portal.correctedArticles('更正与说明'), article.id)).map(({ title }) => title)).toEqual([
      '另一篇',
    ])
    const page = await portal.readCorrections(null)
    expect(page?.corrections.map(({ text }) => text)).toEqual(['前一条更正有误：应为98天。', '另有一错。', note])
    await killIt(other, later(at, 3))
  })
  it('leaves every list with the article that is killed, and stays on record', async () => {
    expect((await portal.readCorrections(null))?.corrections.map(({ article: { headline } }) => headline)).toEqual([
      '柳浦港开港',
      '柳浦港开港',
    ])
    const atom = (await answer(portal.correctedArticles('更正与说明'), 'atom'))?.text ?? ''
    expect(atom).not.toContain('另有一错')
    expect(texts(all(readXml(atom), 'at:deleted-entry')[0], 'at:comment')).toEqual(['失实'])
    expect(await db.correction.count()).toBe(3)
  })
  it('survives another publish, and leads page by page through all of them', async () => {
    const again = await change(article, (now) =>
      revise(now, { ...now.copy, headline: '柳浦港今日开港' }, { by, at: later(at, 4) }),
    )
    article = await change(again, (now) => publish(now, { by, at: later(at, 4) }, noLibrary))
    await db.correction.createMany({
      data: Array.from({ length: 30 }, (_, index) => ({
        articleId: article.id,
        at,
        byId: by.id,
        text: `第${index}条`,
      })),
    })
    article = await correctIt(article, '第30条', later(at, 5))
    const first = await portal.readCorrections(null)
    expect(first?.corrections).toHaveLength(30)
    expect(first?.corrections[0]).toMatchObject({ text: '第30条', article: { headline: '柳浦港今日开港' } })
    const after = Number(first?.olderPath?.split('after=')[1])
    const second = await portal.readCorrections(after)
    expect(second?.corrections.map(({ text }) => text)).toEqual(['第0条', '前一条更正有误：应为98天。', note])
    expect(await portal.readCorrections(999_999)).toBeNull()
    expect(await portal.readCorrections(0)).toBeNull()
  })
})

describe('the feeds of lists', () => {
  it('have what the list has, page by page', async () => {
    expect((await itemsOf(await portal.oneCategory('bendi'))).length).toBe(30)
    expect(await itemsOf(await portal.oneCategory('jingji'))).toEqual([])
    expect(await portal.oneCategory('nowhere')).toBeNull()
    for (const stretch of ['2026-11-23', '2026-11', '2026']) {
      const found = await itemsOf(await portal.oneStretch(stretch, '一段'))
      expect(found.length).toBeGreaterThan(0)
      for (const { date_published } of found) expect(date_published?.startsWith(stretch), stretch).toBe(true)
    }
    for (const nothing of ['2026-12', '2025', '2026-11-30']) expect(await portal.oneStretch(nothing, '')).toBeNull()
    const wire = portal.runningWire('快讯')
    const first = await itemsOf(wire)
    expect(first.map(({ title }) => title)).toEqual(Array.from({ length: 30 }, (_, index) => `快讯${52 - index}`))
    const lastId = (await db.publishedArticle.findFirstOrThrow({ where: { headline: '快讯23' } })).articleId
    expect((await itemsOf(wire, lastId)).map(({ title }) => title)).toHaveLength(23)
  })
  it('of a search have what it finds, page by page', async () => {
    await show(later(midnight, 5), { category: 'jingji', headline: '金融街' })
    const found = await itemsOf(portal.searchHits('快讯', '搜索'))
    expect(found.map(({ title }) => title)).toEqual(['快讯52'])
    expect((await answer(portal.searchHits('柳浦港', '搜索'), 'json'))?.text).not.toContain('next_url')
    expect((await itemsOf(portal.searchHits('金融街', '搜索'))).map(({ title }) => title)).toEqual(['金融街'])
    expect(await itemsOf(portal.searchHits('没有这回事', '搜索'))).toEqual([])
    const shown: { id: number }[] = []
    for (let count = 0; count < 32; count++)
      shown.push(await show(later(midnight, 10 + count), { category: 'jingji', headline: `砚江分页${count}` }))
    const list = portal.searchHits('砚江分页', '搜索')
    const next = /"next_url": ?"[^"]*[?&]after=(\d+)"/.exec((await answer(list, 'json'))?.text ?? '')?.[1]
    expect(Number(next)).toBe(shown[2]?.id)
    expect((await itemsOf(list, Number(next))).map(({ title }) => title)).toEqual(['砚江分页1', '砚江分页0'])
  })
  it('are valid in every format, whatever a correction and a name hold', async () => {
    const article = await show(later(midnight, 6), { category: 'jingji', headline: '附录' })
    await correctIt(article, everyNaughty.join(' ').slice(0, 900), later(midnight, 900))
    const lists = [
      await portal.oneCategory('bendi'),
      await portal.oneCategory('jingji'),
      await portal.oneStretch('2026-11-24', '11月24日 & <b>'),
      portal.runningWire('快讯\u0000]]>'),
      portal.correctedArticles('更正与说明'),
      portal.searchHits('"><script>', '搜索'),
      portal.searchHits('金融街', '搜索“金融街”'),
    ]
    for (const format of feedFormats) {
      const documents = await Promise.all(lists.map(async (list) => (await answer(list, format))?.text ?? ''))
      if (format === 'json') for (const one of documents) jsonFeedSchema.parse(JSON.parse(one))
      else expect(await problemsIn(documents, format === 'atom' ? atomGrammar : rssGrammar)).toEqual([])
    }
  })
})

describe('the sitemap', () => {
  it('has the days of each year with the time each last changed, and the pages that there is one of', async () => {
    const parts = []
    for await (const part of portal.readListParts()) parts.push(part)
    expect(parts.map(({ name }) => name)).toEqual(['pages', 'days-2026'])
    const days = (await portal.readListMap('days-2026.xml')) ?? []
    expect(days.map(({ path }) => path)).toEqual([
      '/archive/2026',
      ...['/archive/2026/10', '/archive/2026/11'],
      ...['/archive/2026/10/05', '/archive/2026/11/23', '/archive/2026/11/24'],
    ])
    expect(days.find(({ path }) => path === '/archive/2026/10/05')?.updatedAt).toEqual(
      later(new Date('2026-10-05T00:00:00Z'), 600),
    )
    expect(days[0]?.updatedAt).toEqual(parts[1]?.changedAt)
    const pages = (await portal.readListMap('pages.xml'))?.map(({ path }) => path)
    expect(pages).toEqual(expect.arrayContaining(['/', '/archive', '/flash', '/corrections', '/category/bendi.html']))
    for (const name of ['days-1999.xml', 'days-26.xml', 'tags.xml', 'pages', ''])
      expect(await portal.readListMap(name)).toBeNull()
  })
  it('is what the protocol allows', async () => {
    const written = async (pieces: AsyncIterable<string>) => {
      let text = ''
      for await (const piece of pieces) text += piece
      return text
    }
    const maps = await Promise.all(
      ['pages.xml', 'days-2026.xml'].map(async (name) =>
        written(sitemapPart(scratchSite, (await portal.readListMap(name)) ?? [])),
      ),
    )
    maps.push(await written(sitemapIndex(scratchSite, [], portal.readListParts())))
    expect(await problemsIn(maps, mapGrammar)).toEqual([])
  })
})

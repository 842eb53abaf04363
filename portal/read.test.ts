import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { move } from '@/newsroom/move'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { listLeadingCategories } from '@/store/leading'
import { closeDatabase, type Database, database } from '@/store/database'
import { keepFiles } from '@/store/incoming'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { feedFormats, feedTypes } from './feeds/feed'
import { atomGrammar } from './validators/atom-grammar'
import { jsonFeedSchema } from './validators/json-feed-schema'
import { problemsIn } from './validators/problems-in'
import { all, readXml, texts } from './validators/read-xml'
import { rssGrammar } from './validators/rss-grammar'

const at = new Date('2026-11-24T01:00:00Z')
const zone = 'Asia/Shanghai'
const copy = blankCopy({
  headline: '柳浦港开港',
  body: '正文。',
  category: 'bendi',
  tags: ['港口'],
})

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-address') &
  typeof import('./read-category') &
  typeof import('./feeds/answer-feed') &
  typeof import('./feeds/whole-newspaper') &
  typeof import('./read-file') &
  typeof import('./read-front') &
  typeof import('./markdown/read-markdown') &
  typeof import('./read-news') &
  typeof import('./read-newest') &
  typeof import('./read-site') &
  typeof import('./read-sitemap') &
  typeof import('./read-readiness')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = Object.assign(
    {},
    ...(await Promise.all([
      import('./read-address'),
      import('./read-category'),
      import('./feeds/answer-feed'),
      import('./feeds/whole-newspaper'),
      import('./read-file'),
      import('./read-front'),
      import('./markdown/read-markdown'),
      import('./read-news'),
      import('./read-newest'),
      import('./read-site'),
      import('./read-sitemap'),
      import('./read-readiness'),
    ])),
  )
  db = await database(scratch.url)
  by = await createStaff(db, { email: 'a@example.org', name: '江予怀', role: 'administrator', passwordHash: 'x', at })
  for (const [slug, name] of [
    ['bendi', '本地'],
    ['jingji', '经济'],
  ] as const)
    await createCategory(db, { slug, name, at })
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

const draft = (changes: Partial<Copy> = {}) => createArticle(db, write({ ...copy, ...changes }, { by, at }))
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const show = async (changes: Partial<Copy> = {}, when = at) =>
  change(await draft(changes), (now) => publish(now, { by, at: when }, noLibrary))

const wish = { format: 'json', path: '/feed.json', after: null, form: 'full', correctionHeading: () => '更正' } as const
const feed = async (over: { after?: number | null }) => {
  const answer = await portal.answerFeed(portal.wholeNewspaper, { ...wish, ...over })
  return answer && jsonFeedSchema.parse(JSON.parse(answer.text))
}
const mapped = async (part: { year: number; month: number; part: number }) => {
  const entries = await portal.readMapEntries(part)
  return entries && listed(entries)
}
async function listed<One>(entries: AsyncIterable<One>): Promise<One[]> {
  const list: One[] = []
  for await (const one of entries) list.push(one)
  return list
}

describe('a reader at an address', () => {
  it('finds the article, what is about the same, and nothing else', async () => {
    const other = await show({ headline: '同题' })
    const article = await show()
    expect(await portal.readAddress(article.path ?? '')).toMatchObject({
      is: 'article',
      article: { headline: '柳浦港开港', html: '<p>正文。</p>' },
      beside: { reports: [{ id: other.id }], twins: [], related: [] },
    })
  })
  it('finds nothing of a draft, even where its address will be', async () => {
    const article = await draft({ slug: 'secret' })
    expect(await portal.readAddress('/bendi/2026/11/24/secret.html')).toEqual({ is: 'missing' })
    expect(await portal.readAddress(`/bendi/2026/11/24/${article.id}.html`)).toEqual({ is: 'missing' })
  })
  it('of a killed article finds the notice, and none of the text', async () => {
    const article = await show({ body: '失实的正文。' })
    await change(article, (now) => kill(now, '失实', { by, at }))
    const answer = await portal.readAddress(article.path ?? '')
    expect(answer).toEqual({
      is: 'gone',
      notice: expect.objectContaining({ headline: '柳浦港开港', reason: '失实', killedAt: at }),
    })
    expect(JSON.stringify(answer)).not.toContain('失实的正文')
  })
  it('goes on seeing what was published while the desk writes', async () => {
    const article = await show()
    await change(article, (now) => revise(now, { ...copy, headline: '未发的新题', body: '未发。' }, { by, at }))
    expect(
      JSON.stringify([
        await portal.readAddress(article.path ?? ''),
        await feed({}),
        await portal.readCategory('bendi', null),
      ]),
    ).not.toContain('未发')
  })
  it('without the ending that was meant is led to it', async () => {
    const article = await show()
    const path = article.path ?? ''
    expect(await portal.readAddress(path.replace('.html', ''))).toEqual({ is: 'moved', to: path })
    expect(await portal.readAddress(path.replace('.html', '/'))).toEqual({ is: 'moved', to: path })
    expect(await portal.readAddress('/bendi')).toEqual({ is: 'moved', to: '/category/bendi.html' })
    expect(await portal.readAddress('/bendi/index.html')).toEqual({ is: 'moved', to: '/category/bendi.html' })
    expect(await portal.readAddress('/index.html')).toEqual({ is: 'moved', to: '/' })
    expect(await portal.readAddress('/category/bendi.html')).toEqual({ is: 'category', slug: 'bendi' })
  })
  it('of an article that is killed meanwhile finds the article or the notice, never nothing', async () => {
    for (let count = 0; count < 20; count++) {
      const article = await show()
      const readers = Array.from({ length: 6 }, () => portal.readAddress(article.path ?? ''))
      await change(article, (now) => kill(now, '失实', { by, at }))
      for (const { is } of await Promise.all(readers)) expect(['article', 'gone']).toContain(is)
    }
  })
  it('that never was finds nothing', async () => {
    for (const path of ['/', '//', '', '/nowhere', '/nowhere/', '/category/', "/' OR 1=1 --"])
      expect(await portal.readAddress(path), path).toEqual({ is: 'missing' })
  })
  it('of a file finds its bytes', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    await keepFiles(db, [{ file: { path: 'a.png', bytes, sha256: 'x' }, role: 'file', path: '/a.png' }], {
      site: 's',
      zone,
      at,
      readBy: 1,
    })
    expect(await portal.readFile('/a.png')).toMatchObject({ path: 'a.png', sha256: 'x' })
    expect([...((await portal.readFile('/a.png'))?.bytes ?? [])]).toEqual([1, 2, 3])
    expect(await portal.readFile('/b.png')).toBeNull()
    expect(await portal.readFile('/category/bendi.html')).toBeNull()
  })
})

describe('a category’s pages', () => {
  it('lead through every article once, at addresses that keep their meaning', async () => {
    const ids: number[] = []
    for (let index = 0; index < 65; index++)
      // Another number each: what is said twice would stand once.
      ids.push(
        (
          await show(
            { category: 'jingji', headline: `渡口停航第${index}天` },
            new Date(at.getTime() + Math.floor(index / 3) * 1000),
          )
        ).id,
      )
    const seen: number[] = []
    const read = async (after: number | null) => {
      const page = await portal.readCategory('jingji', after)
      seen.push(...(page?.articles.map(({ id }) => id) ?? []))
      return page?.olderPath
    }
    const second = await read(null)
    expect(second).toBe(`/category/jingji.html?after=${seen.at(-1)}`)
    const third = await read(Number(second?.split('=')[1]))
    expect(await read(Number(third?.split('=')[1]))).toBeNull()
    expect(seen).toEqual([...ids].reverse())
    const before = await portal.readCategory('jingji', ids[30] ?? 0)
    await show({ category: 'jingji' }, new Date(at.getTime() + 1_000_000))
    expect((await portal.readCategory('jingji', ids[30] ?? 0))?.articles).toEqual(before?.articles)
  })
  it('are none for a category or an article that does not exist', async () => {
    expect(await portal.readCategory('nowhere', null)).toBeNull()
    expect(await portal.readCategory('jingji', 999_999)).toBeNull()
    expect(await portal.readCategory('jingji', (await draft({ category: 'jingji' })).id)).toBeNull()
  })
  it('are listed where there is something to show', async () => {
    await createCategory(db, { slug: 'empty', name: '空', at })
    expect((await portal.readCategories()).map(({ slug }) => slug)).toEqual(['bendi', 'jingji'])
  })
})

describe('the feed of the whole newspaper', () => {
  it('has thirty with their texts, and leads page by page through every one once', async () => {
    const seen: string[] = []
    for (let after: number | null = null, more = true; more; ) {
      const page = await feed({ after })
      seen.push(...(page?.items.map(({ id }) => id) ?? []))
      expect(page?.items.every(({ content_html }) => content_html?.includes('正文。'))).toBe(true)
      expect(page?.feed_url).toBe(`http://localhost:3000/feed.json${after === null ? '' : `?after=${after}`}`)
      more = page?.next_url !== undefined
      if (more) expect(page?.items).toHaveLength(30)
      after = Number(page?.next_url?.split('after=')[1])
    }
    expect(seen).toEqual(
      (await db.publishedArticle.findMany({ orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }] })).map(
        ({ path }) => `http://localhost:3000${path.replace('.html', '')}`,
      ),
    )
  })
  it('has no page that starts after an article that never was, or is a draft', async () => {
    for (const after of [999_999, 0, -1, Number.NaN, (await draft()).id]) expect(await feed({ after })).toBeNull()
  })
  it('calls an article that moved what it was called before', async () => {
    const article = await show({}, new Date('2026-11-29T00:00:00Z'))
    const id = `http://localhost:3000${article.path?.replace('.html', '')}`
    const publishedAt = new Date('2026-11-29T01:00:00Z')
    const moveTo = (slug: string | null) => (now: Article) =>
      move(now, { slug, publishedAt }, { by, at: publishedAt, zone })
    // There and back, and on: the ledger's newest line is another each time.
    const first = await change(article, moveTo('port'))
    const second = await change(first, moveTo(null))
    await change(second, moveTo('quay'))
    expect((await feed({}))?.items[0]).toMatchObject({ id, url: expect.stringContaining('quay.html') })
  })
  it('loses what was killed, and its Atom says so', async () => {
    const article = await show({ headline: '失实的一条' }, new Date('2026-11-29T02:00:00Z'))
    const killedAt = new Date('2026-11-29T03:00:00Z')
    await change(article, (now) => kill(now, '数字有误', { by, at: killedAt }))
    const id = `http://localhost:3000${article.path?.replace('.html', '')}`
    expect((await feed({}))?.items.map((item) => item.id)).not.toContain(id)
    const atom = (await portal.answerFeed(portal.wholeNewspaper, { ...wish, format: 'atom' }))?.text ?? ''
    expect(atom).not.toContain('失实的一条')
    const [tombstone] = all(readXml(atom), 'at:deleted-entry')
    expect(tombstone?.attributes).toEqual({ ref: id, when: '2026-11-29T11:00:00+08:00' })
    expect(texts(tombstone, 'at:comment')).toEqual(['数字有误'])
    expect(texts(readXml(atom), 'updated')).toEqual(['2026-11-29T11:00:00+08:00'])
  })
  it.each(feedFormats)('is answered as %s', async (format) => {
    const answer = await portal.answerFeed(portal.wholeNewspaper, { ...wish, format, path: `/feed.${format}` })
    expect(answer?.type).toBe(`${feedTypes[format]}; charset=utf-8`)
    if (format === 'json') expect(jsonFeedSchema.safeParse(JSON.parse(answer?.text ?? '')).error).toBeUndefined()
    else expect(await problemsIn([answer?.text ?? ''], format === 'atom' ? atomGrammar : rssGrammar)).toEqual([])
  })
})

describe('an article as Markdown', () => {
  const read = (path: string) => portal.readMarkdown(path, () => '更正')
  it('stands at its address with another ending', async () => {
    const article = await show({ slug: 'md', standfirst: '一句话。' })
    const path = portal.markdownPath(article.path ?? '')
    expect(path).toBe('/bendi/2026/11/24/md.md')
    const found = await read(path)
    expect(found).toMatchObject({ is: 'text' })
    expect(found.is === 'text' && found.text).toContain('# 柳浦港开港\n\n**一句话。**\n\n正文。\n')
  })
  it('leads on where it moved, is gone where it was killed, and is nowhere while it is a draft', async () => {
    const article = await show({ slug: 'md-2' })
    const old = portal.markdownPath(article.path ?? '')
    const publishedAt = new Date(at.getTime() + 1000)
    const moved = await change(article, (now) =>
      move(now, { slug: 'md-3', publishedAt }, { by, at: publishedAt, zone }),
    )
    expect(await read(old)).toEqual({ is: 'moved', to: portal.markdownPath(moved.path ?? '') })
    await change(moved, (now) => kill(now, '失实', { by, at: publishedAt }))
    expect(await read(old)).toEqual({ is: 'gone', reason: '失实' })
    await draft({ slug: 'md-4' })
    for (const path of ['/bendi/2026/11/24/md-4.md', '/.md', '/x.md', '/category/bendi.md'])
      expect(await read(path), path).toEqual({ is: 'missing' })
  })
  it('has a place of its own wherever the article stands', () =>
    expect(['/a.html', '/a/', '/a'].map(portal.markdownPath)).toEqual(['/a.md', '/a.md', '/a.md']))
})

describe('the news of two days', () => {
  it('are what is younger than that for as long as the page is kept, newest first', async () => {
    const now = new Date('2027-03-03T12:30:00Z')
    const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    const ids: number[] = []
    for (const hours of [1, 46.9, 47.1, 60]) ids.push((await show({}, hoursAgo(hours))).id)
    expect((await portal.readNews(now)).map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })
})

describe('the rest of the portal', () => {
  it('has a front of what is newest', async () => {
    const { site, nav, leading } = await portal.readSite()
    expect(site).toMatchObject({ name: '邸报', origin: 'http://localhost:3000', zone })
    expect(nav.map(({ slug }) => slug).sort()).toEqual(['bendi', 'jingji'])
    const front = await portal.readFront({ leading, facts: [] })
    expect(front.lead).not.toBeNull()
    expect(front.shelves.map(({ category }) => category.slug)).toEqual(
      (await listLeadingCategories(db, 12)).map(({ slug }) => slug),
    )
  })
  it('has a map of every published address, month by month in the site’s zone', async () => {
    const december = await show({}, new Date('2026-11-30T16:00:00Z'))
    const parts = await listed(portal.readMapParts())
    expect(parts.filter(({ year }) => year === 2026)).toEqual([
      { year: 2026, month: 12, part: 1, changedAt: new Date('2026-11-30T16:00:00Z') },
      { year: 2026, month: 11, part: 1, changedAt: expect.any(Date) },
    ])
    expect(await mapped({ year: 2026, month: 12, part: 1 })).toEqual([
      expect.objectContaining({ path: december.path, updatedAt: december.publishedAt, picture: null }),
    ])
    const paths = (await Promise.all(parts.map(mapped))).flatMap((part) => part?.map(({ path }) => path) ?? []).sort()
    expect(paths).toEqual(
      (await db.publishedArticle.findMany({ select: { path: true } })).map(({ path }) => path).sort(),
    )
    expect(await portal.readMapEntries({ year: 2026, month: 11, part: 2 })).toBeNull()
    expect(await portal.readMapEntries({ year: 1999, month: 1, part: 1 })).toBeNull()
  })
  it('has a map that says when a month last changed: by a kill too, and by nothing in another month', async () => {
    const changes = async () =>
      Object.fromEntries((await listed(portal.readMapParts())).map(({ month, changedAt }) => [month, changedAt]))
    const article = await show({}, new Date('2026-10-05T00:00:00Z'))
    const before = await changes()
    expect(before[10]).toEqual(new Date('2026-10-05T00:00:00Z'))
    await show({}, new Date('2026-10-06T00:00:00Z'))
    await change(article, (now) => kill(now, '失实', { by, at: new Date('2026-12-24T00:00:00Z') }))
    expect(await changes()).toEqual({ ...before, 10: new Date('2026-12-24T00:00:00Z') })
  })
  it('is ready', async () => expect(await portal.readReadiness()).toBe(true))
})

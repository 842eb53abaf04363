import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
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
  typeof import('./read-feed') &
  typeof import('./read-file') &
  typeof import('./read-front') &
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
      import('./read-feed'),
      import('./read-file'),
      import('./read-front'),
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

describe('a reader at an address', () => {
  it('finds the article, what is about the same, and nothing else', async () => {
    const other = await show({ headline: '同题' })
    const article = await show()
    expect(await portal.readAddress(article.path ?? '')).toMatchObject({
      is: 'article',
      article: { headline: '柳浦港开港', html: '<p>正文。</p>' },
      related: [{ id: other.id }],
      twins: [],
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
        await portal.readFeed(),
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
      ids.push((await show({ category: 'jingji' }, new Date(at.getTime() + Math.floor(index / 3) * 1000))).id)
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
  it('has a feed of thirty with their texts', async () => {
    const feed = await portal.readFeed()
    expect(feed).toHaveLength(30)
    expect(feed.every(({ html }) => html !== '')).toBe(true)
  })
  it('has a map of every published address, month by month in the site’s zone', async () => {
    const december = await show({}, new Date('2026-11-30T16:00:00Z'))
    const parts = await portal.readMapParts()
    expect(parts).toEqual([
      { year: 2026, month: 12, part: 1 },
      { year: 2026, month: 11, part: 1 },
    ])
    expect(await portal.readMapEntries({ year: 2026, month: 12, part: 1 })).toEqual([
      { path: december.path, updatedAt: december.publishedAt },
    ])
    const mapped = (await Promise.all(parts.map(portal.readMapEntries)))
      .flat()
      .map(({ path }) => path)
      .sort()
    expect(mapped).toEqual(
      (await db.publishedArticle.findMany({ select: { path: true } })).map(({ path }) => path).sort(),
    )
    expect(await portal.readMapEntries({ year: 2026, month: 11, part: 2 })).toEqual([])
    expect(await portal.readMapEntries({ year: 1999, month: 1, part: 1 })).toEqual([])
  })
  it('is ready', async () => expect(await portal.readReadiness()).toBe(true))
})

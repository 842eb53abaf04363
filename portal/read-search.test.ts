import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { readSearch } from './read-search'

const opened = vi.hoisted(() => ({ db: null as Database | null }))
vi.mock('@/store/database', async (original) => ({
  ...(await original<typeof import('@/store/database')>()),
  database: async () => opened.db,
}))

let close: () => Promise<void>
let by: Staff
const newest = { by: 'time', after: null } as const
const relevant = { by: 'relevance', after: null } as const

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  opened.db = scratch.db
  close = scratch.close
  const at = new Date('2026-10-01T00:00:00+08:00')
  by = await createStaff(scratch.db, {
    email: 'a@e.org',
    name: '江予怀',
    role: 'chief-editor',
    passwordHash: 'x',
    at,
  })
  for (const [slug, name] of [
    ['bendi', '本地'],
    ['jingji', '经济'],
  ] as const)
    await createCategory(scratch.db, { slug, name, at })
  for (let number = 0; number < 25; number++) {
    // The last minute of a month in Shanghai, and the first of the next.
    const filed = new Date(Date.parse('2026-10-31T23:59:00+08:00') + (number % 2) * 60_000 + number * 1000)
    await published(
      {
        headline: `柳浦港第${number}号泊位`,
        body: `泊位今天启用。${'岸上的人看着。'.repeat(20)}第一艘船叫砚江${number}。`,
        category: number < 20 ? 'bendi' : 'jingji',
        source: { name: '棠州日报', address: null },
      },
      filed,
    )
  }
})
afterAll(() => close())

async function published(copy: Partial<Copy>, at: Date): Promise<number> {
  const db = opened.db
  if (!db) throw new Error('the store is not open')
  const draft = await createArticle(db, write(blankCopy({ headline: '无题', body: '文', ...copy }), { by, at }))
  await changeArticle(db, draft.id, { seenVersion: 1, zone: 'Asia/Shanghai' }, (now) =>
    publish(now, { by, at }, noLibrary),
  )
  return draft.id
}

describe('A reader who searches', () => {
  it('sees the newest, marked, and goes on from page to page without missing or meeting one twice', async () => {
    const first = await readSearch('泊位 砚江', newest)
    expect(first).toMatchObject({ count: 25, isMore: false })
    expect(first.hits.length).toBe(20)
    expect(first.hits[0]?.headline.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['泊位'])
    expect(first.hits[0]?.excerpts.length).toBe(2)
    const second = await readSearch('泊位 砚江', first.next ?? newest)
    expect(second.next).toBeNull()
    const ids = [...first.hits, ...second.hits].map(({ article }) => article.id)
    expect(new Set(ids).size).toBe(25)
  })

  it('is told how many stand where, by the months of the newspaper’s own zone', async () => {
    const { categories, sources, months } = await readSearch('泊位', newest)
    expect(categories).toEqual([
      { name: '本地', count: 20 },
      { name: '经济', count: 5 },
    ])
    expect(sources).toEqual([{ name: '棠州日报', count: 25 }])
    expect(months).toEqual([
      { name: '2026-11', count: 12 },
      { name: '2026-10', count: 13 },
    ])
  })

  it('narrows by what an article is filed under and by days', async () => {
    expect((await readSearch('泊位 栏目:经济', newest)).count).toBe(5)
    expect((await readSearch('泊位 -栏目:jingji', newest)).count).toBe(20)
    expect((await readSearch('来源:棠州日报 之后:2026-11-01', newest)).count).toBe(12)
    expect((await readSearch('泊位 之前:2026-11', newest)).count).toBe(13)
    expect((await readSearch('泊位 栏目:没有', newest)).count).toBe(0)
  })

  it('gets a page whatever was typed', async () => {
    for (const typed of ['', ' ', '"', '-', '。', '-泊位', '之后:2026', '\u0000', '国'.repeat(201)])
      expect((await readSearch(typed, newest)).query).toBeDefined()
    expect((await readSearch('', newest)).hits).toEqual([])
  })

  it('by relevance, is shown first what says it in the headline, however old, and goes on so while news arrives', async () => {
    const old = await published(
      { headline: '砚江通航史', body: '砚江。', category: 'jingji' },
      new Date('2020-01-01T00:00:00Z'),
    )
    const first = await readSearch('砚江', relevant)
    expect(first).toMatchObject({ count: 26, ranked: 26 })
    expect(first.hits[0]?.article.id).toBe(old)
    const news = await published(
      { headline: '砚江水位', body: '砚江。', category: 'bendi' },
      new Date('2026-11-02T00:00:00Z'),
    )
    const second = await readSearch('砚江', first.next ?? relevant)
    expect(second.next).toBeNull()
    const ids = [...first.hits, ...second.hits].map(({ article }) => article.id)
    expect(new Set(ids).size).toBe(26)
    expect(ids).toHaveLength(26)
    expect(ids).not.toContain(news)
    expect((await readSearch('砚江', relevant)).hits.map(({ article }) => article.id).slice(0, 2)).toEqual([news, old])
    // What was asked for without words has no relevance.
    expect(await readSearch('来源:棠州日报', relevant)).toMatchObject({ ranked: null, next: { by: 'time' } })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import { kill } from '@/newsroom/kill'
import type { PartnerWish } from '@/newsroom/partner'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { closeDatabase, type Database, database } from '@/store/database'
import { createPartner, listPartners, revokePartner } from '@/store/partners'
import { openScratchDatabase } from '@/store/scratch-database'
import { newSecret, secretHash } from '@/store/secrets'
import { createStaff } from '@/store/staff'
import { atomGrammar } from '../validators/atom-grammar'
import { jsonFeedSchema } from '../validators/json-feed-schema'
import { problemsIn } from '../validators/problems-in'

const start = new Date('2026-11-24T00:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
const zone = 'Asia/Shanghai'
/** More than a page of two categories in three. */
const all = 48

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-partner-feed')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = await import('./read-partner-feed')
  db = await database(scratch.url)
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'administrator', passwordHash: 'x', at: start })
  for (const slug of ['bendi', 'jingji', 'wenhua']) await createCategory(db, { slug, name: slug, at: start })
  for (let count = 0; count < all; count++)
    await published(`a-${count}`, count, ['bendi', 'jingji', 'wenhua'][count % 3])
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (slug: string, at: number, category = 'bendi') =>
  change(
    await createArticle(
      db,
      write(blankCopy({ headline: slug, body: '全文。', category, slug }), { by, at: minutes(at) }),
    ),
    (now) => publish(now, { by, at: minutes(at) }, noLibrary),
  )
const partner = async (over: Partial<PartnerWish> = {}) => {
  const secret = newSecret()
  const wish: PartnerWish = { name: '棠州电台', delayMinutes: 0, form: 'full', categories: [], ...over }
  await createPartner(db, wish, { tokenHash: secretHash(secret), at: start, by })
  return secret
}
const read = async (secret: string, at: number, after: number | null = null) => {
  const wish = { secret, after, at: minutes(at), correctionHeading: () => '更正' }
  const feed = await portal.readPartnerFeed({ ...wish, format: 'json' })
  return feed && jsonFeedSchema.parse(JSON.parse(feed.text))
}
const everything = async (secret: string, at: number) => {
  const titles: string[] = []
  for (let after: number | null = null, more = true; more; ) {
    const page = await read(secret, at, after)
    titles.push(...(page?.items.map(({ title }) => title) ?? []))
    more = page?.next_url !== undefined
    after = Number(page?.next_url?.split('after=')[1])
  }
  return titles
}
const titles = (counts: number[]) => counts.map((count) => `a-${count}`)
const down = (from: number) => Array.from({ length: from + 1 }, (_, index) => from - index)

describe('a partner’s feed', () => {
  it('has everything, page by page, or what is in the chosen categories, each once and newest first', async () => {
    expect(await everything(await partner(), 200)).toEqual(titles(down(all - 1)))
    expect(await everything(await partner({ categories: ['wenhua', 'bendi'] }), 200)).toEqual(
      titles(down(all - 1).filter((count) => count % 3 !== 1)),
    )
  })
  it('has an article when the delay is over, and not before', async () => {
    const secret = await partner({ delayMinutes: 15 })
    const newest = async (at: number) => (await read(secret, at))?.items[0]?.title
    expect(await newest(45)).toBe('a-29')
    expect(await newest(46)).toBe('a-30')
    expect(await newest(15)).toBeUndefined()
    expect(await everything(secret, 45)).toEqual(titles(down(29)))
  })
  it('gives whole texts or summaries, as was agreed', async () => {
    expect((await read(await partner(), 200))?.items[0]).toMatchObject({ content_html: '<p>全文。</p>' })
    const item = (await read(await partner({ form: 'summary' }), 200))?.items[0]
    expect(item).toMatchObject({ content_text: '全文。' })
    expect(item).not.toHaveProperty('content_html')
  })
  it('of a category that is gone has nothing, and not all', async () =>
    expect((await read(await partner({ categories: ['gone'] }), 200))?.items).toEqual([]))
  it('is nothing for a secret that is nobody’s, or was taken back', async () => {
    const secret = await partner({ name: '收回' })
    expect(await read(secret, 200)).not.toBeNull()
    const { id = 0 } = (await listPartners(db)).find(({ name }) => name === '收回') ?? {}
    await revokePartner(db, { id, at: start })
    for (const other of [secret, newSecret(), '', secret.slice(1), `${secret}\n`])
      expect(await read(other, 200)).toBeNull()
  })
  it('is called the same whatever its secret is, and says what was withdrawn without waiting', async () => {
    const secret = await partner({ delayMinutes: 1440, categories: ['jingji'] })
    const article = await published('b', 100, 'jingji')
    const other = await published('c', 100, 'wenhua')
    for (const one of [article, other]) await change(one, (now) => kill(now, '失实', { by, at: minutes(101) }))
    const wish = { secret, after: null, at: minutes(102), correctionHeading: () => '更正' }
    const { text = '' } = (await portal.readPartnerFeed({ ...wish, format: 'atom' })) ?? {}
    expect(await problemsIn([text], atomGrammar)).toEqual([])
    expect(text).toMatch(/<id>http:\/\/localhost:3000\/partner\/\d+<\/id>/)
    expect(text).toContain('ref="http://localhost:3000/jingji/2026/11/24/b"')
    expect(text).not.toContain('/wenhua/2026/11/24/c"')
  })
})

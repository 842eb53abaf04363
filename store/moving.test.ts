import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodePath } from '@/newsroom/address'
import type { Act, Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import type { IncomingArticle } from '@/newsroom/incoming-article'
import { kill } from '@/newsroom/kill'
import { type Move, move } from '@/newsroom/move'
import { promisedAnswer } from '@/newsroom/promised-answer'
import { publish } from '@/newsroom/publish'
import { toReadersText } from '@/newsroom/published-article'
import { revise } from '@/newsroom/revise'
import { write } from '@/newsroom/write'
import { findAddress, findLedgerEntry, listAddressesOf, listLedger } from './addresses'
import { changeArticle, createArticle, findArticle } from './articles'
import { createCategory, findCategory } from './categories'
import { findNewestChange } from './changes'
import { listChanges } from './scratch-changes'
import type { Database } from './database'
import { saveIncoming } from './incoming'
import { findPublished, listPublished } from './published'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00Z')
const wednesday = new Date('2026-11-25T01:00:00Z')
const thursday = new Date('2026-11-26T01:00:00Z')
const copy = blankCopy({
  headline: '柳浦港开港',
  body: '柳浦港今天开港。',
  category: 'bendi',
  tags: ['港口'],
  byline: '记者 顾临',
})

let db: Database
let close: () => Promise<void>
let act: Act

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const by = await createStaff(db, {
    email: 'a@e.org',
    name: '江予怀',
    role: 'chief-editor',
    passwordHash: 'x',
    at: monday,
  })
  act = { by, at: wednesday }
  for (const slug of ['bendi', 'jingji']) await createCategory(db, { slug, name: slug, at: monday })
})
afterEach(() => close())

const change = (article: Pick<Article, 'id' | 'version'>, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (changes: Partial<Copy> = {}, at = tuesday) => {
  const draft = await createArticle(db, write({ ...copy, ...changes }, { by: act.by, at: monday }))
  return change(draft, (now) => publish(now, { by: act.by, at }, noLibrary))
}
const moveTo = (article: Article, wish: Partial<Move>, at = wednesday) =>
  change(article, (now) =>
    move(now, { slug: now.copy.slug, publishedAt: now.publishedAt ?? tuesday, ...wish }, { by: act.by, at, zone }),
  )
const incoming = (path: string, changes: Partial<IncomingArticle> = {}): IncomingArticle => ({
  originKey: `site:${path}`,
  copy,
  readers: toReadersText(copy),
  publishedAt: monday,
  isPublic: true,
  path,
  movedPaths: [],
  wireCode: null,
  categoryName: null,
  originals: [{ path: `_posts${path}`, bytes: new Uint8Array([1]), sha256: 'x' }],
  ...changes,
})
const bring = (...articles: IncomingArticle[]) =>
  saveIncoming(db, articles, { site: 'site', zone, at: wednesday, readBy: 1 })
const refusal = (reason: string) => expect.objectContaining({ reason })

describe('an article that moves', () => {
  it('stands at its new address, and the old one leads there', async () => {
    const before = await published()
    const after = await moveTo(before, { slug: 'harbour' })
    expect(after).toMatchObject({ path: '/bendi/2026/11/24/harbour.html', version: 2, publishedVersion: 2 })
    expect(await findAddress(db, '/bendi/2026/11/24/harbour.html')).toEqual({ is: 'article', id: before.id })
    expect(await findAddress(db, before.path ?? '')).toEqual({
      is: 'moved',
      to: '/bendi/2026/11/24/harbour.html',
      articleId: before.id,
    })
    expect(await findPublished(db, { id: before.id })).toMatchObject({ path: after.path, headline: copy.headline })
    expect((await findCategory(db, 'bendi'))?.articleCount).toBe(1)
  })
  it('twice is one hop from either old address', async () => {
    const first = await published()
    const third = await moveTo(await moveTo(first, { slug: 'harbour' }), { slug: 'port' })
    for (const path of [first.path, '/bendi/2026/11/24/harbour.html'])
      expect(await findAddress(db, path ?? '')).toMatchObject({ is: 'moved', to: third.path })
  })
  it('back to an address of its own makes that one current again, and the other lead there', async () => {
    const first = await published()
    const back = await moveTo(await moveTo(first, { slug: 'harbour' }), { slug: null })
    expect(back.path).toBe(first.path)
    expect(await findAddress(db, first.path ?? '')).toEqual({ is: 'article', id: first.id })
    expect(await findAddress(db, '/bendi/2026/11/24/harbour.html')).toMatchObject({ is: 'moved', to: first.path })
    expect((await listAddressesOf(db, first.id)).map(({ path, state }) => [path, state])).toEqual([
      [first.path, 'current'],
      ['/bendi/2026/11/24/harbour.html', 'moved'],
    ])
  })
  it('stands in the lists where its new time puts it', async () => {
    const [older, newer] = [await published({}, monday), await published({}, tuesday)]
    const ids = async () => (await listPublished(db, {}, { limit: 9 })).map(({ id }) => id)
    const tagged = async () => {
      const orderBy = [{ publishedAt: 'desc' as const }, { articleId: 'desc' as const }]
      const rows = await db.publishedTag.findMany({ where: { tag: { name: '港口' } }, orderBy })
      return rows.map(({ articleId }) => articleId)
    }
    expect(await ids()).toEqual([newer.id, older.id])
    const moved = await moveTo(newer, { publishedAt: new Date('2026-11-20T01:00:00Z') })
    expect(moved.path).toBe(`/bendi/2026/11/20/${newer.id}.html`)
    expect(await ids()).toEqual([older.id, newer.id])
    expect(await tagged()).toEqual([older.id, newer.id])
    expect(await db.publishedAuthor.findMany({ where: { articleId: newer.id } })).toMatchObject([
      { publishedAt: new Date('2026-11-20T01:00:00Z') },
    ])
  })
  it('within its day keeps its address', async () => {
    const moved = await moveTo(await published(), { publishedAt: new Date('2026-11-24T00:00:00Z') })
    expect(await listAddressesOf(db, moved.id)).toMatchObject([{ path: moved.path, state: 'current' }])
    expect(await findPublished(db, { id: moved.id })).toMatchObject({ publishedAt: new Date('2026-11-24T00:00:00Z') })
  })
  it('goes to the category that it was published in since', async () => {
    const first = await published()
    const revised = await change(first, (now) => revise(now, { ...copy, category: 'jingji' }, act))
    await expect(moveTo(revised, { slug: null })).rejects.toEqual(refusal('ahead-of-readers'))
    const again = await change(revised, (now) => publish(now, act, noLibrary))
    expect(again.path).toBe(first.path)
    expect((await moveTo(again, {})).path).toBe(`/jingji/2026/11/24/${first.id}.html`)
  })
  it('is refused what is or was another’s, and nothing changes', async () => {
    const first = await published({ slug: 'harbour' })
    await moveTo(first, { slug: 'port' })
    const killed = await published({ slug: 'gone' })
    await change(killed, (now) => kill(now, '失实', act))
    await bring(incoming('/bendi/2026/11/24/wire.html', { movedPaths: ['/bendi/2026/11/24/old.html'] }))
    const other = await published()
    for (const slug of ['harbour', 'port', 'gone', 'wire', 'old'])
      await expect(moveTo(other, { slug })).rejects.toEqual(refusal('address-taken'))
    expect(await findArticle(db, other.id)).toEqual(other)
    expect(await listAddressesOf(db, other.id)).toMatchObject([{ path: other.path, state: 'current' }])
  })
  it('at the same moment as another to the same place, one is refused', async () => {
    const both = [await published(), await published()]
    const results = await Promise.allSettled(both.map((article) => moveTo(article, { slug: 'same' })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'address-taken' } })
  })
  it('by a version that is no longer the newest is refused', async () => {
    const article = await published()
    await moveTo(article, { slug: 'harbour' })
    await expect(moveTo(article, { slug: 'port' })).rejects.toEqual(refusal('stale'))
  })
  it('and is killed answers 410 wherever it stood', async () => {
    const first = await published()
    const last = await moveTo(await moveTo(first, { slug: 'harbour' }), { slug: 'port' }, thursday)
    const killed = await change(last, (now) => kill(now, '失实', act))
    expect(killed.path).toBe(last.path)
    for (const path of [first.path, '/bendi/2026/11/24/harbour.html', last.path])
      expect(await findAddress(db, path ?? '')).toMatchObject({ is: 'gone', reason: '失实' })
  })
  it('is one change of the log, which names the old and the new address and both days', async () => {
    const article = await published()
    const before = await findNewestChange(db)
    const moved = await moveTo(article, { publishedAt: monday })
    expect(await listChanges(db, { after: before, limit: 9 })).toMatchObject([
      {
        act: 'move',
        touched: expect.arrayContaining([
          ...['front', `article:${article.id}`, 'category:bendi', 'category-past:bendi', 'tag:港口', 'author:顾临'],
          ...[`address:${article.path}`, `address:${moved.path}`, 'day:2026-11-24', 'day:2026-11-23'],
        ]),
      },
    ])
  })
})

describe('an imported article that the desk has moved', () => {
  it('is left alone by the next import, which still finds its old addresses', async () => {
    const [old, other] = ['/bendi/2026/11/23/wire.html', '/old_post/wire.html']
    const post = incoming(old, { movedPaths: [other] })
    await bring(post)
    const { articleId } = await db.address.findUniqueOrThrow({ where: { path: old } })
    const before = await findArticle(db, articleId ?? 0)
    if (!before) throw new Error('nothing came in')
    const moved = await moveTo(before, { slug: 'harbour' })
    const rows = await db.address.findMany({ orderBy: { path: 'asc' } })
    for (const again of [post, { ...post, copy: { ...copy, headline: '原站改了' } }, { ...post, isPublic: false }])
      expect(await bring(again)).toMatchObject([{ outcome: 'edited-here', path: moved.path, takenPaths: [] }])
    expect(await db.address.findMany({ orderBy: { path: 'asc' } })).toEqual(rows)
    expect(await findArticle(db, moved.id)).toEqual(moved)
    for (const path of [old, other]) expect(await findAddress(db, path)).toMatchObject({ is: 'moved', to: moved.path })
  })
  it('keeps its old address from another post that wants it', async () => {
    const article = await published({ slug: 'harbour' })
    await moveTo(article, { slug: 'port' })
    const [saved] = await bring(incoming('/bendi/2026/11/24/harbour.html'))
    expect(saved).toMatchObject({ outcome: 'created', takenPaths: ['/bendi/2026/11/24/harbour.html'] })
    expect(saved?.path).not.toBe('/bendi/2026/11/24/harbour.html')
  })
})

describe('the ledger', () => {
  it('is read page by page, every path once', async () => {
    for (let count = 0; count < 3; count++) await moveTo(await published(), { slug: `port-${count}` })
    const all = await listLedger(db, { after: null, limit: 100 })
    expect(all).toHaveLength(await db.address.count())
    for (const limit of [1, 2, 3]) {
      const seen: typeof all = []
      for (;;) {
        const page = await listLedger(db, { after: seen.at(-1)?.path ?? null, limit })
        seen.push(...page)
        if (page.length < limit) break
      }
      expect(seen).toEqual(all)
    }
  })
  it('leads categories’ other forms to their pages', async () =>
    expect(await findLedgerEntry(db, '/bendi/')).toEqual({
      path: '/bendi/',
      state: 'moved',
      leadsTo: '/category/bendi.html',
      wasPublic: true,
    }))
  it('tells what is kept free for an article that its site kept back from what was public', async () => {
    const post = incoming('/bendi/2026/11/23/later.html', { isPublic: false })
    await bring(post)
    expect(await findLedgerEntry(db, '/bendi/2026/11/23/later.html')).toMatchObject({ wasPublic: false })
    await bring({ ...post, isPublic: true })
    expect(await findLedgerEntry(db, '/bendi/2026/11/23/later.html')).toMatchObject({ wasPublic: true })
  })
  it('says nothing of a path that was never public', async () => expect(await findLedgerEntry(db, '/no')).toBeNull())

  type Step = {
    do: 'write' | 'publish' | 'move' | 'kill' | 'revise' | 'import'
    which: number
    slug: number
    category: number
    day: number
  }
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('write', 'write', 'publish', 'move', 'move', 'move', 'kill', 'revise', 'import'),
    which: fc.nat(3),
    slug: fc.nat(3),
    category: fc.nat(1),
    day: fc.nat(1),
  })

  it('keeps every promise whatever the desk and imports do: 200, one hop to a 200, or 410; no path for two', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        await db.$transaction([
          db.address.deleteMany({ where: { articleId: { not: null } } }),
          db.original.deleteMany(),
          db.historyEntry.deleteMany(),
          db.article.deleteMany(),
          db.category.updateMany({ data: { articleCount: 0 } }),
        ])
        const everPublic = new Map<string, number>()
        for (const { do: deed, which, slug, category, day } of steps) {
          const wish = { slug: slug === 0 ? null : `name-${slug}`, category: ['bendi', 'jingji'][category] ?? 'bendi' }
          const publishedAt = [monday, tuesday][day] ?? monday
          const ids = (await db.article.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
          const now = ids.length === 0 ? null : await findArticle(db, ids[which % ids.length] ?? 0)
          if (deed === 'import') await bring(importOf(wish, publishedAt, which))
          else if (deed === 'write' || now === null) await published(wish, publishedAt).catch(refusalsOnly)
          else
            await change(now, (article) => {
              if (deed === 'publish') return publish(article, act, noLibrary)
              if (deed === 'kill') return kill(article, '失实', act)
              if (deed === 'move') return move(article, { slug: wish.slug, publishedAt }, { ...act, zone })
              return revise(article, { ...article.copy, ...wish, headline: `改${slug}` }, act)
            }).catch(refusalsOnly)
          for (const { path, articleId } of await db.address.findMany({ where: { articleId: { not: null } } })) {
            expect(everPublic.get(path) ?? articleId, path).toBe(articleId)
            everPublic.set(path, articleId ?? 0)
          }
        }
        for (const [path, id] of everPublic) await expectPromiseKept(path, id)
        expect(await db.address.count({ where: { articleId: { not: null } } })).toBe(everPublic.size)
      }),
      { numRuns: 15 },
    )
  })
})

function importOf(wish: { slug: string | null; category: string }, publishedAt: Date, which: number): IncomingArticle {
  const day = publishedAt === monday ? '23' : '24'
  return incoming(`/${wish.category}/2026/11/${day}/${wish.slug ?? 'wire'}.html`, {
    originKey: `site:${which}`,
    copy: { ...copy, category: wish.category, headline: `电讯${wish.slug}` },
    publishedAt,
    movedPaths: [`/old_post/${which}.html`],
  })
}

/** What a reader is answered is what the ledger says, and of the article that it was always given to. */
async function expectPromiseKept(path: string, id: number): Promise<void> {
  const [found, entry, article] = [
    await findAddress(db, path),
    await findLedgerEntry(db, path),
    await findArticle(db, id),
  ]
  const promised = entry && promisedAnswer(entry)
  if (article?.status === 'killed') {
    expect(promised?.status, path).toBe(410)
    expect(found).toMatchObject({ is: 'gone', id })
    return
  }
  expect(article?.status).toBe('published')
  const published = await findPublished(db, { id })
  expect(published?.path).toBe(article?.path)
  if (path === article?.path) {
    expect(promised).toEqual({ status: 200, location: null })
    expect(found).toEqual({ is: 'article', id })
    return
  }
  expect(promised).toEqual({ status: 301, location: encodePath(article?.path ?? '') })
  expect(found).toEqual({ is: 'moved', to: article?.path, articleId: id })
  expect(await findAddress(db, article?.path ?? '')).toEqual({ is: 'article', id })
}

function refusalsOnly(error: unknown): void {
  if (!(error instanceof Error && (error.name === 'Refusal' || error.name === 'StaleWrite'))) throw error
}

import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act, Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import { spike } from '@/newsroom/spike'
import type { Staff } from '@/newsroom/staff'
import { StaleWrite } from '@/newsroom/stale-write'
import { write } from '@/newsroom/write'
import { findAddress, refuseTakenAddress } from './addresses'
import { changeArticle, countArticles, createArticle, findArticle, listArticles } from './articles'
import { createCategory, findCategory, hasMoreCategories, listCategories, saveCategory } from './categories'
import type { Database } from './database'
import { listLeadingCategories, rankCategories } from './leading'
import {
  findCursor,
  findMapCursor,
  findPublished,
  listMapEntries,
  listPublished,
  listShelves,
  listTexts,
  findNewestMoment,
} from './published'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const monday = new Date('2026-11-23T01:00:00Z')
const tuesday = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({
  headline: '柳浦港开港',
  kicker: '焦点',
  standfirst: '导语。',
  body: '柳浦港今天开港。',
  category: 'bendi',
  tags: ['港口', '航运'],
  source: { name: '棠州日报', address: 'https://e.org/1' },
  byline: '记者 沈砚秋 顾临',
  editor: '江予怀',
  urgent: true,
  picture: { address: '/a.jpg', alt: '码头', caption: null, credit: '顾临', width: 800, height: 450 },
})

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let act: Act

beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  by = await createStaff(db, {
    email: 'Chief@Example.org',
    name: '江予怀',
    role: 'chief-editor',
    passwordHash: 'x',
    at: monday,
  })
  act = { by, at: tuesday }
  for (const slug of ['bendi', 'jingji']) await createCategory(db, { slug, name: slug, at: monday })
})
afterEach(() => scratch.close())

const draft = (changes: Partial<Copy> = {}) => createArticle(db, write({ ...copy, ...changes }, { by, at: monday }))
const change = (
  article: Pick<Article, 'id' | 'version'>,
  rule: (now: Article) => Article,
  seenVersion = article.version,
) => changeArticle(db, article.id, { seenVersion, zone }, rule)
const publishNow = (article: Pick<Article, 'id' | 'version'>, at = tuesday) =>
  change(article, (now) => publish(now, { by, at }, noLibrary))
const published = async (changes: Partial<Copy> = {}, at = tuesday) => publishNow(await draft(changes), at)
const refusal = (reason: string) => expect.objectContaining({ reason })

const taggedIds = async (name: string) =>
  (await db.publishedTag.findMany({ where: { tag: { name } } })).map(({ articleId }) => articleId)

describe('an article', () => {
  it('is found as it was written', async () => {
    const { id, ...written } = await draft()
    expect(await findArticle(db, id)).toEqual({ id, ...written })
    expect(written).toMatchObject({ copy, version: 1, status: 'draft', createdBy: { id: by.id, name: '江予怀' } })
  })
  it('without anything that may be left out is too', async () => {
    const bare: Copy = {
      ...copy,
      kicker: null,
      standfirst: null,
      tags: [],
      source: null,
      byline: null,
      editor: null,
      picture: null,
      urgent: false,
      body: '',
    }
    expect((await draft(bare)).copy).toEqual(bare)
  })
  it('keeps every character of its copy', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0')),
        async (text) => {
          const { id } = await draft({ headline: text, body: text, kicker: text, tags: [text] })
          expect((await findArticle(db, id))?.copy).toMatchObject({
            headline: text,
            body: text,
            kicker: text,
            tags: [text],
          })
        },
      ),
      { numRuns: 25 },
    )
  })
  it('keeps a sign for what no store can hold: a NUL, half a character', async () => {
    const { id } = await draft({ headline: '甲\0乙\ud800丙', body: '\0', tags: ['标\0签', '\udc00', '反斜\\u0000'] })
    const kept = { headline: '甲�乙�丙', body: '�', tags: ['标�签', '�', '反斜\\u0000'] }
    expect((await findArticle(db, id))?.copy).toMatchObject(kept)
    await publishNow({ id, version: 1 })
    expect(await findPublished(db, { id })).toMatchObject({ headline: kept.headline, tags: kept.tags })
    expect(await findAddress(db, '/\0')).toBeNull()
  })
  it('has a number; one that no row can have finds nothing', async () => {
    for (const id of [0, -1, 1.5, 2 ** 31, 999_999_999_999_999]) {
      expect(await findArticle(db, id)).toBeNull()
      expect(await findCursor(db, id)).toBeNull()
      await expect(change({ id, version: 1 }, (now) => now)).rejects.toEqual(refusal('gone'))
    }
    const { id } = await draft()
    const after = { updatedAt: new Date(999_999_999_999_999), id: 999_999_999_999_999 }
    expect((await listArticles(db, { filter: {}, after, limit: 9 })).rows.map((row) => row.id)).toEqual([id])
  })
  it('in a category that does not exist is refused, and not stored', async () => {
    await expect(draft({ category: 'nowhere' })).rejects.toEqual(refusal('category-unknown'))
    expect(await db.article.count()).toBe(0)
  })
  it('of a source whose name could not be looked up is refused, and not stored', async () => {
    // Every character another: what repeats itself is packed, and would fit.
    const name = Array.from({ length: 2000 }, (_, index) => String.fromCharCode(0x4e00 + index * 7)).join('')
    await expect(draft({ source: { name, address: null } })).rejects.toEqual(refusal('field-long'))
    expect(await db.article.count()).toBe(0)
    const longest = name.slice(0, 600)
    expect((await draft({ source: { name: longest, address: null } })).copy.source?.name).toBe(longest)
  })
  it('that nobody wrote is not found', async () => {
    expect(await findArticle(db, 999)).toBeNull()
    await expect(change({ id: 999, version: 1 }, (now) => now)).rejects.toEqual(refusal('gone'))
  })
})

describe('a draft', () => {
  it('shows readers nothing, wherever they look', async () => {
    const { id } = await draft()
    expect([
      await findPublished(db, { id }),
      await listPublished(db, {}, { limit: 9 }),
      (await listTexts(db, [id])).size,
      await taggedIds('港口'),
      await findCursor(db, id),
      await findNewestMoment(db),
    ]).toEqual([null, [], 0, [], null, null])
    expect(await db.address.count({ where: { articleId: { not: null } } })).toBe(0)
  })
  it('that is spiked never had an address', async () => {
    const article = await draft()
    expect(await change(article, (now) => spike(now, act))).toMatchObject({ status: 'spiked', path: null })
    expect(await db.address.count({ where: { articleId: { not: null } } })).toBe(0)
  })
})

describe('publishing', () => {
  it('shows the article at its address, in its category, under its tags and with its text', async () => {
    const { id, path } = await published()
    expect(path).toBe(`/bendi/2026/11/24/${id}.html`)
    expect(await findAddress(db, path ?? '')).toEqual({ is: 'article', id })
    expect(await findPublished(db, { id })).toMatchObject({
      headline: copy.headline,
      html: '<p>柳浦港今天开港。</p>',
      summary: '导语。',
      category: { slug: 'bendi' },
      tags: copy.tags,
      picture: copy.picture,
      source: copy.source,
      publishedAt: tuesday,
    })
    expect((await findCategory(db, 'bendi'))?.articleCount).toBe(1)
    expect(await taggedIds('港口')).toEqual([id])
    expect(await db.publishedAuthor.count({ where: { author: { name: { in: ['沈砚秋', '顾临'] } } } })).toBe(2)
  })
  it('takes the day of the site’s zone and the name that was asked for', async () => {
    expect((await published({ slug: 'harbour' }, new Date('2026-11-24T16:00:00Z'))).path).toBe(
      '/bendi/2026/11/25/harbour.html',
    )
  })
  it('again shows the new text at the old address, even in another category', async () => {
    const first = await published()
    const revised = await change(first, (now) =>
      revise(now, { ...copy, headline: '改', category: 'jingji', tags: ['别的'] }, act),
    )
    expect((await findPublished(db, { id: first.id }))?.headline).toBe('柳浦港开港')
    const second = await publishNow(revised, new Date('2026-11-30T00:00:00Z'))
    expect(second).toMatchObject({ path: first.path, publishedAt: tuesday })
    expect(await findPublished(db, { id: first.id })).toMatchObject({ headline: '改', category: { slug: 'jingji' } })
    expect([(await findCategory(db, 'bendi'))?.articleCount, (await findCategory(db, 'jingji'))?.articleCount]).toEqual(
      [0, 1],
    )
    expect(await taggedIds('港口')).toEqual([])
  })
  it('at an address that is taken is refused, and nothing changes', async () => {
    await published({ slug: 'harbour' })
    const second = await draft({ slug: 'harbour' })
    await expect(publishNow(second)).rejects.toEqual(refusal('address-taken'))
    expect(await findArticle(db, second.id)).toEqual(second)
    expect((await findCategory(db, 'bendi'))?.articleCount).toBe(1)
  })
  it('of a body that cannot be shown is refused, and nothing changes', async () => {
    const article = await draft({ body: '<b>'.repeat(500), bodyFormat: 'html' })
    await expect(publishNow(article)).rejects.toEqual(refusal('body-deep'))
    expect(await findArticle(db, article.id)).toEqual(article)
  })
  it('what a rule refuses changes nothing', async () => {
    const article = await draft({ headline: '' })
    await expect(publishNow(article)).rejects.toEqual(refusal('headline-missing'))
    expect(await findArticle(db, article.id)).toEqual(article)
  })
})

describe('killing', () => {
  it('takes the article from readers everywhere, and its address says why', async () => {
    const article = await published()
    const killed = await change(article, (now) => kill(now, '失实', { by, at: new Date('2026-11-25T00:00:00Z') }))
    expect(killed).toMatchObject({ status: 'killed', path: article.path, kill: { reason: '失实' }, copy })
    expect(await findAddress(db, article.path ?? '')).toMatchObject({
      is: 'gone',
      headline: copy.headline,
      publishedAt: tuesday,
      killedAt: new Date('2026-11-25T00:00:00Z'),
      reason: '失实',
    })
    expect([
      await findPublished(db, { id: article.id }),
      await listPublished(db, {}, { limit: 9 }),
      (await listTexts(db, [article.id])).size,
      await taggedIds('港口'),
    ]).toEqual([null, [], 0, []])
    expect((await findCategory(db, 'bendi'))?.articleCount).toBe(0)
    expect(await db.publishedAuthor.count()).toBe(0)
  })
  it('leaves the address taken for ever', async () => {
    await change(await published({ slug: 'harbour' }), (now) => kill(now, '失实', act))
    await expect(published({ slug: 'harbour' })).rejects.toEqual(refusal('address-taken'))
    await expect(refuseTakenAddress(db, '/bendi/2026/11/24/harbour.html')).rejects.toEqual(refusal('address-taken'))
  })
  it('tells readers the headline that they knew, not one that they never saw', async () => {
    const article = await published()
    const revised = await change(article, (now) => revise(now, { ...copy, headline: '内部：此稿有误，勿传' }, act))
    await change(revised, (now) => kill(now, '失实', act))
    expect(await findAddress(db, article.path ?? '')).toMatchObject({ is: 'gone', headline: '柳浦港开港' })
  })
})

describe('two people at one article', () => {
  it('the second to save is told so, with the first’s text beside it, and overwrites nothing', async () => {
    const article = await draft()
    const first = await change(article, (now) => revise(now, { ...copy, headline: '甲' }, act))
    const error = await change(article, (now) => revise(now, { ...copy, headline: '乙' }, act)).catch(
      (caught: unknown) => caught,
    )
    expect(error).toBeInstanceOf(StaleWrite)
    expect((error as StaleWrite).theirs).toEqual(first)
    expect((await findArticle(db, article.id))?.copy.headline).toBe('甲')
  })
  it('who act at the same moment, exactly one wins, whatever they do, and the others are told', async () => {
    const deeds = {
      revise: (now: Article) => revise(now, { ...copy, headline: '改' }, act),
      publish: (now: Article) => publish(now, act, noLibrary),
      spike: (now: Article) => spike(now, act),
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('revise', 'publish', 'spike'), { minLength: 2, maxLength: 4 }),
        async (chosen) => {
          const article = await draft()
          const results = await Promise.allSettled(
            chosen.map((deed) => change(article, deeds[deed as keyof typeof deeds])),
          )
          const won = results.filter(({ status }) => status === 'fulfilled')
          const now = await findArticle(db, article.id)
          // Publishing makes no new version: it leaves room for one save after it, and for no other publish.
          expect(won.length).toBeGreaterThanOrEqual(1)
          expect(now?.version).toBe(
            1 + chosen.filter((deed, index) => deed !== 'publish' && results[index]?.status === 'fulfilled').length,
          )
          expect(now?.version).toBeLessThanOrEqual(2)
          for (const result of results)
            if (result.status === 'rejected')
              expect(result.reason).toMatchObject({ name: expect.stringMatching(/StaleWrite|Refusal/) })
        },
      ),
      { numRuns: 12 },
    )
  })
  it('who save at the same moment, exactly one wins, several times over', async () => {
    for (let round = 0; round < 10; round++) {
      const article = await draft()
      const results = await Promise.allSettled(
        [0, 1, 2].map((index) => change(article, (now) => revise(now, { ...copy, headline: `第${index}人` }, act))),
      )
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
      expect((await findArticle(db, article.id))?.copy.headline).toBe(
        `第${results.findIndex(({ status }) => status === 'fulfilled')}人`,
      )
    }
  })
  it('of whom one publishes again while the other saves, the desk knows what readers see', async () => {
    const first = await published()
    const revised = await change(first, (now) => revise(now, { ...copy, headline: '第二版' }, act))
    await Promise.allSettled([
      publishNow(revised),
      change(revised, (now) => revise(now, { ...copy, headline: '第三版' }, act)),
    ])
    const now = await findArticle(db, first.id)
    const seen = (await findPublished(db, { id: first.id }))?.headline
    expect(seen).toBe(now?.publishedVersion === 2 ? '第二版' : '柳浦港开港')
  })
  it('who publish two articles at one address, one is refused', async () => {
    const [first, second] = [await draft({ slug: 'same' }), await draft({ slug: 'same' })]
    const results = await Promise.allSettled([publishNow(first), publishNow(second)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'address-taken' } })
  })
})

describe('the ledger of addresses', () => {
  type Step = {
    do: 'write' | 'publish' | 'kill' | 'revise' | 'spike' | 'category'
    which: number
    slug: number
    category: number
  }
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('write', 'publish', 'publish', 'kill', 'revise', 'spike', 'category'),
    which: fc.nat(5),
    slug: fc.nat(3),
    category: fc.nat(1),
  })

  it('never gives a path to two articles, and every path that was ever public answers, whatever the desk does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 22 }), async (steps) => {
        await db.$transaction([
          db.address.deleteMany({ where: { articleId: { not: null } } }),
          db.historyEntry.deleteMany(),
          db.article.deleteMany(),
          db.category.updateMany({ data: { articleCount: 0 } }),
        ])
        const articles: number[] = []
        const everPublic = new Map<string, number>()
        for (const { do: deed, which, slug, category } of steps) {
          const wish = { slug: slug === 0 ? null : `name-${slug}`, category: ['bendi', 'jingji'][category] ?? 'bendi' }
          const id = articles[which % Math.max(1, articles.length)]
          const now = id === undefined ? null : await findArticle(db, id)
          if (deed === 'write' || now === null) articles.push((await draft(wish)).id)
          else
            await change(now, (article) =>
              deed === 'publish'
                ? publish(article, act, noLibrary)
                : deed === 'kill'
                  ? kill(article, '失实', act)
                  : deed === 'spike'
                    ? spike(article, act)
                    : revise(article, { ...article.copy, ...wish, headline: `${deed}${slug}` }, act),
            ).catch(refusalsOnly)
          for (const { path, articleId } of await db.address.findMany({ where: { articleId: { not: null } } })) {
            expect(everPublic.get(path) ?? articleId).toBe(articleId)
            everPublic.set(path, articleId ?? 0)
          }
        }
        for (const [path, articleId] of everPublic) {
          const found = await findAddress(db, path)
          const article = await findArticle(db, articleId)
          if (article?.status === 'published') expect(found).toEqual({ is: 'article', id: articleId })
          else expect(found).toMatchObject({ is: 'gone', reason: '失实' })
          expect((await findPublished(db, { id: articleId })) !== null).toBe(article?.status === 'published')
        }
        await expectCountsToAgree()
      }),
      { numRuns: 12 },
    )
  })

  it('says nothing of a path that was never public', async () =>
    expect(await findAddress(db, '/never.html')).toBeNull())
})

describe('lists', () => {
  it('show every article once, newest first, however they are cut into pages, even at one moment', async () => {
    const moments = [3, 1, 2, 2, 2, 1, 3].map((day) => new Date(`2026-11-0${day}T00:00:00Z`))
    const ids: number[] = []
    for (const [index, at] of moments.entries()) ids.push((await published({ slug: `a-${index}` }, at)).id)
    const wanted = ids
      .map((id, index) => ({ id, at: moments[index]?.getTime() ?? 0 }))
      .sort((a, b) => b.at - a.at || b.id - a.id)
      .map(({ id }) => id)
    for (const limit of [1, 2, 3, 10]) {
      const seen: number[] = []
      for (let after: number | null = null, more = true; more; ) {
        const page = await listPublished(db, {}, { after: after === null ? null : await findCursor(db, after), limit })
        seen.push(...page.map(({ id }) => id))
        after = page.at(-1)?.id ?? null
        more = page.length === limit
      }
      expect(seen).toEqual(wanted)
    }
    expect((await listShelves(db, [(await findCategory(db, 'bendi'))?.id ?? 0, 99], 3)).get(99)).toEqual([])
  })
  it('of addresses show every one of a stretch once, oldest first, wherever they are begun', async () => {
    const moments = [3, 1, 2, 2, 2, 1, 3].map((day) => new Date(`2026-11-0${day}T00:00:00Z`))
    const paths: (string | null)[] = []
    for (const [index, at] of moments.entries()) paths.push((await published({ slug: `m-${index}` }, at)).path)
    const bounds = { from: new Date('2026-11-01'), before: new Date('2026-11-03T00:00:00Z') }
    const wanted = [1, 5, 2, 3, 4].map((index) => paths[index])
    for (const skip of [0, 1, 2, 3, 4]) {
      const from = await findMapCursor(db, bounds, skip)
      const found = from ? await listMapEntries(db, bounds, { from, limit: 3 }) : []
      expect(found.map(({ path }) => path)).toEqual(wanted.slice(skip, skip + 3))
      expect(found[0]?.cursor).toEqual(from)
    }
    expect(await findMapCursor(db, bounds, 5)).toBeNull()
  })
  it('go on after an article that was killed since: an older page keeps its meaning', async () => {
    const [old, middle, young] = [
      await published({}, new Date('2026-11-01')),
      await published({}, new Date('2026-11-02')),
      await published({}, new Date('2026-11-03')),
    ]
    await change(middle, (now) => kill(now, '失实', act))
    expect(
      (await listPublished(db, {}, { after: await findCursor(db, middle.id), limit: 9 })).map(({ id }) => id),
    ).toEqual([old.id])
    expect((await listPublished(db, {}, { limit: 9 })).map(({ id }) => id)).toEqual([young.id, old.id])
  })
  it('of the desk are in the order of the last touch, page after page, and can be narrowed', async () => {
    const ids: number[] = []
    for (let index = 0; index < 5; index++)
      ids.push((await draft({ headline: `${index}`, category: index % 2 ? 'jingji' : 'bendi' })).id)
    const seen: number[] = []
    for (let after: { updatedAt: Date; id: number } | null = null, more = true; more; ) {
      const page = await listArticles(db, { filter: {}, after, limit: 2 })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.rows.at(-1) ?? null
      more = page.more
    }
    expect(seen).toEqual([...ids].reverse())
    expect(
      (await listArticles(db, { filter: { category: 'jingji', status: 'draft' }, after: null, limit: 9 })).rows.map(
        ({ headline }) => headline,
      ),
    ).toEqual(['3', '1'])
    expect(await countArticles(db, ['draft', 'published'])).toMatchObject({ draft: 5, published: 0 })
  })
  it('of a category that does not exist show nothing, not everything', async () => {
    await draft()
    expect((await listArticles(db, { filter: { category: 'nowhere' }, after: null, limit: 9 })).rows).toEqual([])
  })
})

describe('a category', () => {
  it('comes with its page’s address and the old form of it', async () => {
    expect(await findAddress(db, '/category/bendi.html')).toEqual({ is: 'category', slug: 'bendi' })
    expect(await findAddress(db, '/bendi/')).toMatchObject({ is: 'moved', to: '/category/bendi.html' })
  })
  it('of a slug that is taken is refused', async () =>
    expect(createCategory(db, { slug: 'bendi', name: 'x', at: monday })).rejects.toEqual(
      refusal('category-slug-taken'),
    ))
  it('is named, described and ranked by the desk, at the same address', async () => {
    await saveCategory(db, 'bendi', { name: '本地', description: '身边事', rank: 2, at: tuesday })
    expect(await findCategory(db, 'bendi')).toMatchObject({
      name: '本地',
      description: '身边事',
      rank: 2,
      slug: 'bendi',
    })
  })
  it('leads by rank, then by how busy it is', async () => {
    await createCategory(db, { slug: 'tiyu', name: '体育', at: monday })
    await saveCategory(db, 'tiyu', { name: '体育', description: '', rank: 1, at: tuesday })
    await published({ category: 'tiyu' })
    await published({ category: 'bendi' })
    for (let index = 0; index < 2; index++) await published({ category: 'jingji' })
    expect(await db.$transaction((tx) => rankCategories(tx, tuesday))).toBe(true)
    expect(await db.$transaction((tx) => rankCategories(tx, tuesday))).toBe(false)
    expect((await listLeadingCategories(db, 5)).map(({ slug }) => slug)).toEqual(['tiyu', 'jingji', 'bendi'])
    expect((await listLeadingCategories(db, 1)).map(({ slug }) => slug)).toEqual(['tiyu'])
    expect([await hasMoreCategories(db, 2), await hasMoreCategories(db, 3)]).toEqual([true, false])
    expect((await listCategories(db)).map(({ slug }) => slug)).toEqual(['tiyu', 'bendi', 'jingji'])
  })
})

function refusalsOnly(error: unknown): void {
  if (!(error instanceof Error && (error.name === 'Refusal' || error.name === 'StaleWrite'))) throw error
}

async function expectCountsToAgree(): Promise<void> {
  for (const { id, slug, articleCount } of await listCategories(db))
    expect(articleCount, slug).toBe(await db.publishedArticle.count({ where: { categoryId: id } }))
}

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { findMatches, unindexArticles, tidyIndexes } from './article-index'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { dropStrangers } from './index-strangers'
import { forgetIndex, indexUnread } from './index-unread'
import { openScratchDatabase } from './scratch-database'
import { type Ask, everything, type Match } from './search-ask'
import { createStaff } from './staff'
import { verifySearch } from './verify-search'

const zone = 'Asia/Shanghai'
const start = new Date('2026-11-24T01:00:00Z').getTime()

let db: Database
let close: () => Promise<void>
let by: Staff
let hours = 0

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const at = new Date(start)
  by = await createStaff(db, { email: 'a@e.org', name: '江予怀', role: 'chief-editor', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterAll(() => close())

const find = async (over: Partial<Ask>, limit = 1000) =>
  (await findMatches(db, { ...everything, ...over }, { after: null, limit })).map(({ id }) => id)
const change = (id: number, version: number, rule: Parameters<typeof changeArticle>[3]) =>
  changeArticle(db, id, { seenVersion: version, zone }, rule)

/** An article that readers see, an hour after the one before it unless `at` says otherwise. */
async function published(copy: Partial<Copy>, at = new Date(start + ++hours * 3_600_000)) {
  const draft = await createArticle(
    db,
    write(blankCopy({ headline: '无题', body: '正文', category: 'bendi', ...copy }), { by, at }),
  )
  return change(draft.id, draft.version, (now) => publish(now, { by, at }, noLibrary))
}

describe('An article', () => {
  it('is found by its headline and its text the moment it is published, and no sooner', async () => {
    const at = new Date(start)
    const draft = await createArticle(
      db,
      write(blankCopy({ headline: '砚江水位回落', body: '洪峰已過棠州。', category: 'bendi' }), { by, at }),
    )
    expect(await find({ phrases: ['砚江'] })).toEqual([])
    await change(draft.id, draft.version, (now) => publish(now, { by, at }, noLibrary))
    for (const phrase of ['砚江', '水位回落', '洪峰', '已过棠州', '洪'])
      expect(await find({ phrases: [phrase] })).toEqual([draft.id])
    for (const phrase of ['江砚', '回落洪', '落洪峰', '砚位']) expect(await find({ phrases: [phrase] })).toEqual([])
  })

  it('is found by what it says now, and by nothing once it is withdrawn', async () => {
    const { id, version } = await published({ headline: '柳浦桥封闭' })
    const at = new Date(start + 9e8)
    const revised = await change(id, version, (now) => revise(now, { ...now.copy, headline: '柳浦桥开放' }, { by, at }))
    expect(await find({ phrases: ['柳浦桥', '封闭'] })).toEqual([id])
    const again = await change(id, revised.version, (now) => publish(now, { by, at }, noLibrary))
    expect(await find({ phrases: ['柳浦桥', '封闭'] })).toEqual([])
    expect(await find({ phrases: ['柳浦桥', '开放'] })).toEqual([id])
    await change(id, again.version, (now) => kill(now, '失实', { by, at }))
    expect(await find({ phrases: ['柳浦桥'] })).toEqual([])
  })

  it('is found by words whole or by their beginning', async () => {
    const { id } = await published({ headline: '蔚来ＥＴ７交付 贵州茅台(600519)涨3.5%' })
    for (const phrase of ['et7', 'et', '600519', '6005', '蔚来et7交付', '涨 3 5', '台600519'].map(foldText))
      expect(await find({ phrases: [phrase] })).toEqual([id])
    for (const phrase of ['t7', '0519', '5 3'].map(foldText)) expect(await find({ phrases: [phrase] })).toEqual([])
  })

  it('is found by what it is filed under, and left out by it', async () => {
    const first = await published({ headline: '窑湾电窑一', tags: ['电窑'] })
    const second = await published({ headline: '窑湾电窑二', byline: '记者 顾临' })
    const tag = await db.tag.findUniqueOrThrow({ where: { name: '电窑' } })
    const author = await db.author.findUniqueOrThrow({ where: { name: '顾临' } })
    const phrases = ['窑湾']
    expect(await find({ phrases, under: [[{ field: 'tag', number: tag.id }]] })).toEqual([first.id])
    expect(await find({ phrases, under: [[{ field: 'author', number: author.id }]] })).toEqual([second.id])
    expect(await find({ phrases, notUnder: [{ field: 'tag', number: tag.id }] })).toEqual([second.id])
    expect(await find({ phrases, under: [[]] })).toEqual([])
    expect(await find({ phrases, without: ['电窑二'] })).toEqual([first.id])
  })
})

describe('What is found', () => {
  it('is all that has what is asked for and nothing else, newest first, page by page', async () => {
    const signs = [...'国企改革降准茅台一二ab1，。']
    const text = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 40 }).map((all) => all.join(''))
    const phrase = fc
      .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 })
      .map((all) => foldText(all.join('')))
      .filter((folded) => folded !== '')
    const ages = fc.constantFrom(0, 1, 2, 9, 70, 600, 5000)
    const all: { id: number; at: number; parts: string[] }[] = []
    const texts = fc.sample(fc.tuple(text, text, ages), { numRuns: 60, seed: 7 })
    for (const [index, [headline, body, days]] of texts.entries()) {
      const at = new Date(start - days * 86_400_000 - index * 1000)
      const { id } = await published({ headline: `题${headline}`, body: `文${body}`, tags: ['试'] }, at)
      all.push({ id, at: at.getTime(), parts: [`题${headline}`, `文${body}`].map(foldText) })
    }
    all.sort((a, b) => b.at - a.at || b.id - a.id)
    const { id: number } = await db.tag.findUniqueOrThrow({ where: { name: '试' } })
    const under = [[{ field: 'tag' as const, number }]]
    await fc.assert(
      fc.asyncProperty(
        fc.array(phrase, { maxLength: 2 }),
        fc.array(phrase, { maxLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        fc.option(ages),
        async (phrases, without, limit, since) => {
          const from = since === null ? null : new Date(start - (since + 1) * 86_400_000)
          const expected = all.filter(
            ({ at, parts }) =>
              (from === null || at >= from.getTime()) &&
              phrases.every((one) => parts.some((part) => hasPhrase(part, one))) &&
              !without.some((one) => parts.some((part) => hasPhrase(part, one))),
          )
          const found: number[] = []
          for (let after: Match | null = null; ; ) {
            const page: Match[] = await findMatches(
              db,
              { ...everything, phrases, without, under, from },
              { after, limit },
            )
            found.push(...page.map(({ id }) => id))
            after = page.at(-1) ?? null
            if (page.length < limit) break
          }
          expect(found).toEqual(expected.map(({ id }) => id))
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('Many articles of one second', () => {
  it('all lie before the next, and none before themselves', async () => {
    const at = new Date(start)
    const later = new Date(start + 1000)
    const first = await published({ headline: '同秒后', body: '同秒。' }, later)
    const all = []
    for (let index = 0; index < 40; index++) all.push((await published({ headline: '同秒先', body: '同秒。' }, at)).id)
    const find = async (bounds: Partial<Ask>) =>
      (await findMatches(db, { ...everything, phrases: ['同秒'], ...bounds }, { after: null, limit: 100 })).map(
        ({ id }) => id,
      )
    expect((await find({ before: later })).toSorted((a, b) => a - b)).toEqual(all)
    expect(await find({ from: later })).toEqual([first.id])
    expect(await find({ before: at })).toEqual([])
  })
})

describe('The index', () => {
  const faults = async () => {
    const found: string[] = []
    for await (const { articleId, fault } of verifySearch(db, () => {})) found.push(`${articleId} ${fault}`)
    return found
  }

  it('is as readers see it, is told to be where it is not, and is written anew', async () => {
    expect(await faults()).toEqual([])
    await tidyIndexes(db)
    expect(await faults()).toEqual([])
    const { id } = await published({ headline: '坝上通车', body: '坝上今天通车。' })
    await db.$transaction((tx) => unindexArticles(tx, [id]))
    expect(await faults()).toEqual([`${id} is not in the index`])
    await forgetIndex(db, new Date(start))
    expect(await indexUnread(db, { take: 1, at: new Date(start) })).toBe(1)
    // From then on it goes on by itself, some at a time.
    while ((await indexUnread(db, { take: 20, at: new Date(start) })) !== null) {}
    expect(await faults()).toEqual([])
    expect(await find({ phrases: ['坝上'] })).toEqual([id])
  })

  it('loses what readers no longer see, however it came to be there', async () => {
    const { id } = await published({ headline: '渡船改线' })
    await db.publishedArticle.delete({ where: { articleId: id } })
    expect(await faults()).toEqual([`${id} is in the index and not published`])
    expect(await dropStrangers(db)).toBe(1)
    expect(await faults()).toEqual([])
  })
})

function hasPhrase(folded: string, phrase: string): boolean {
  return isWord(phrase) ? ` ${folded}`.includes(` ${phrase}`) : folded.includes(phrase)
}

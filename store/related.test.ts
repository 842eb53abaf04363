import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { toReadersText } from '@/newsroom/published-article'
import { Refusal } from '@/newsroom/refusal'
import type { RelatedAct } from '@/newsroom/related/decide'
import { revise } from '@/newsroom/revise'
import type { Role, Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { createCategory } from './categories'
import { findNewestChange } from './changes'
import type { Database } from './database'
import { listHistory } from './history'
import { saveIncoming } from './incoming'
import { queueAll, relateDue } from './relate-due'
import { findBeside, listTwinCounts } from './related'
import { readRelatedDesk, saveRelatedDecision } from './related-desk'
import { listChanges } from './scratch-changes'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'
import { verifyHistory } from './verify-history'

const zone = 'Asia/Shanghai'
const start = new Date('2026-11-24T01:00:00Z').getTime()

let db: Database
let close: () => Promise<void>
let by: Staff
let reporter: Staff
let hours = 0

beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  hours = 0
  const at = new Date(start)
  const person = (name: string, role: Role) =>
    createStaff(db, { email: `${role}@e.org`, name, role, passwordHash: 'x', at })
  by = await person('江予怀', 'chief-editor')
  reporter = await person('沈砚秋', 'reporter')
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterEach(() => close())

/** What stands beside an article, by numbers. */
async function idsBeside(where: Database, id: number) {
  const { reports, twins, related, ...rest } = await findBeside(where, id)
  const [reportIds, twinIds, relatedIds] = [reports, twins, related].map((lines) => lines.map((line) => line.id))
  return { ...rest, reports: reportIds, twins: twinIds, related: relatedIds }
}

const flood = {
  headline: '澜江上游水位超警戒 沿江三区启动二级响应',
  body: '澜江上游石门站水位14时涨至31.4米，超警戒水位0.4米。市防汛指挥部决定，沿江的柳浦、江北、青桥三区自15时起启动防汛二级应急响应，低洼地带居民今晚前转移。',
}
const retold = {
  headline: '澜江水位超警 三区启动二级应急响应',
  body: '记者从市防汛指挥部获悉，今天14时澜江石门站水位达31.4米，超过警戒线0.4米。柳浦、江北、青桥三区从15时起进入防汛二级应急响应，低洼处的居民要在今晚以前转移。',
}
const crest = {
  headline: '澜江水位继续上涨 防汛响应升为一级',
  body: '澜江石门站今晨4时水位涨至32.1米，超警戒水位1.1米。市防汛指挥部把沿江三区的防汛应急响应由二级提升到一级，柳浦区连夜转移居民2600人。',
}
const receding = {
  headline: '澜江水位回落 沿江三区防汛响应解除',
  body: '澜江石门站水位已退到警戒线以下，市防汛指挥部解除沿江三区的防汛应急响应，转移的2600名居民陆续回家，柳浦区组织消杀。',
}
const library = { headline: '市图书馆夜间开放到零点', body: '棠州市图书馆从下周起每晚开放到零点，二楼阅览室留灯。' }

const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
/** An article that readers see, an hour after the one before it. */
async function published(copy: Partial<Copy>): Promise<Article> {
  const at = new Date(start + ++hours * 3_600_000)
  const draft = await createArticle(
    db,
    write(blankCopy({ headline: '题', body: '文', category: 'bendi', ...copy }), { by, at }),
  )
  return change(draft, (now) => publish(now, { by, at }, noLibrary))
}
const killed = (article: Article) => change(article, (now) => kill(now, '失实', { by, at: new Date(start + 9e8) }))
const touchedSince = async (after: number) =>
  (await listChanges(db, { after, limit: 20 })).flatMap(({ touched }) => touched)
const compareAll = async () => {
  await queueAll(db)
  while ((await relateDue(db, { take: 2, at: new Date(start) })) !== null) {}
}
const decide = async (article: Article, act: RelatedAct, other?: Article, who = by) => {
  const { version } = await readRelatedDesk(db, article.id)
  const decision = { act, otherId: other?.id ?? null, seenVersion: version }
  await saveRelatedDecision(db, article.id, decision, { by: who, at: new Date(start + 8e8) })
}

describe('A reader of an article', () => {
  it('finds who else has the same report and how the story went, from every report of it, as soon as it is published', async () => {
    const [one, two, three, other] = [
      await published(flood),
      await published(retold),
      await published(crest),
      await published(library),
    ]
    expect(await idsBeside(db, one.id)).toMatchObject({
      reports: [three.id],
      reportCount: 2,
      twins: [two.id],
      related: [],
    })
    expect(await idsBeside(db, two.id)).toMatchObject({
      reports: [three.id],
      reportCount: 2,
      twins: [one.id],
      related: [],
    })
    const last = await idsBeside(db, three.id)
    // Of those that say the same, one stands in the story.
    expect(last).toMatchObject({ reports: [two.id], twins: [], related: [] })
    expect(await idsBeside(db, other.id)).toMatchObject({ storyId: null, reports: [], twins: [], related: [] })
    expect(await listTwinCounts(db, [one.id, two.id, three.id, other.id])).toEqual(
      new Map([one, two].map(({ id }) => [id, { twinsId: expect.any(Number), others: 1 }])),
    )
  })

  it('finds nothing of a report that was withdrawn, from the next request on', async () => {
    const [one, two, three] = [await published(flood), await published(retold), await published(crest)]
    const before = await findNewestChange(db)
    await killed(two)
    expect(await idsBeside(db, one.id)).toMatchObject({ reports: [three.id], reportCount: 2, twins: [] })
    expect(await idsBeside(db, three.id)).toMatchObject({ reports: [one.id], reportCount: 2 })
    expect(await listTwinCounts(db, [one.id])).toEqual(new Map())
    expect(await touchedSince(before)).toEqual(
      expect.arrayContaining([`article:${two.id}`, `twins:${one.id}`, expect.stringMatching(/^story:/)]),
    )
  })

  it('sees an article where it belongs once it says something else', async () => {
    const [one, two] = [await published(flood), await published(retold)]
    const at = new Date(start + 7 * 3_600_000)
    const revised = await change(two, (now) => revise(now, { ...now.copy, ...library }, { by, at }))
    const before = await findNewestChange(db)
    await change(revised, (now) => publish(now, { by, at }, noLibrary))
    expect(await idsBeside(db, one.id)).toMatchObject({ twins: [], reports: [], related: [] })
    expect(await touchedSince(before)).toEqual(expect.arrayContaining([`twins:${one.id}`, `article:${two.id}`]))
  })

  it('finds a series as one story, and no two of it as the same', async () => {
    const flow = (sum: number, clock: string) =>
      published({ headline: `南下资金净流入超${sum}亿元`, body: `截至${clock}，南下资金今日净流入超${sum}亿元。` })
    const [thirty, forty, fifty] = [await flow(30, '10:40'), await flow(40, '10:52'), await flow(50, '10:59')]
    expect(await idsBeside(db, fifty.id)).toMatchObject({ reports: [forty.id, thirty.id], twins: [] })
  })

  it('finds the wire’s two versions of a story beside each other, however differently they tell it', async () => {
    const batch = [
      { copy: flood, originKey: 'a' },
      { copy: library, originKey: 'b' },
    ].map(({ copy, originKey }) => {
      const whole = blankCopy({ category: 'bendi', ...copy })
      return {
        originKey,
        copy: whole,
        readers: toReadersText(whole),
        publishedAt: new Date(start),
        isPublic: true,
        path: null,
        movedPaths: [],
        wireCode: '202611240000000001',
        categoryName: null,
        originals: [],
      }
    })
    await saveIncoming(db, batch, { site: 'x', zone, at: new Date(start), readBy: 1 })
    const [one, two] = await db.publishedArticle.findMany({ orderBy: { articleId: 'asc' } })
    const [first, second] = [one?.articleId ?? 0, two?.articleId ?? 0]
    // A batch waits for the clock, whose change has every page made anew that shows it.
    expect(await idsBeside(db, first)).toMatchObject({ twins: [] })
    const before = await findNewestChange(db)
    expect(await relateDue(db, { take: 10, at: new Date(start) })).toBe(2)
    expect(await relateDue(db, { take: 10, at: new Date(start) })).toBeNull()
    expect(await idsBeside(db, first)).toMatchObject({ twins: [second] })
    expect(await touchedSince(before)).toEqual(
      expect.arrayContaining([first, second].flatMap((id) => [`related:${id}`, `twins:${id}`])),
    )
  })

  it('finds the same after everything was compared anew', async () => {
    const articles = [
      await published(flood),
      await published(retold),
      await published(crest),
      await published(receding),
    ]
    const all = () => Promise.all(articles.map(({ id }) => idsBeside(db, id)))
    const before = await all()
    await compareAll()
    expect(await all()).toEqual(before)
  })

  it('waits for no page to be made anew because comparing found what it had found', async () => {
    const [one, two] = [await published(flood), await published(retold), await published(library)]
    const before = await findNewestChange(db)
    await compareAll()
    expect(await touchedSince(before)).toEqual([])
    await decide(one, 'differ', two)
    expect(await touchedSince(before)).toEqual(expect.arrayContaining([`related:${two.id}`, `twins:${two.id}`]))
  })
})

describe('The desk', () => {
  it('pins an article beside another, until it unpins it or the article is withdrawn', async () => {
    const [one, other] = [await published(flood), await published(library)]
    await decide(one, 'pin', other)
    await compareAll()
    expect((await idsBeside(db, one.id)).related).toEqual([other.id])
    expect((await readRelatedDesk(db, one.id)).pins).toMatchObject([
      { article: { id: other.id }, decided: { by: '江予怀' } },
    ])
    await decide(one, 'unpin', other)
    expect((await idsBeside(db, one.id)).related).toEqual([])
    await decide(one, 'pin', other)
    await killed(other)
    expect((await idsBeside(db, one.id)).related).toEqual([])
  })

  it('says that two are not the same, or nothing to each other, whatever the machine finds later, and may take that back', async () => {
    const [one, two] = [await published(flood), await published(retold)]
    await decide(one, 'differ', two)
    await compareAll()
    expect(await idsBeside(db, one.id)).toMatchObject({ twins: [], reports: [two.id], related: [] })
    await decide(one, 'ban', two)
    await compareAll()
    expect(await idsBeside(db, one.id)).toMatchObject({ twins: [], related: [], reports: [] })
    expect(await idsBeside(db, two.id)).toMatchObject({ twins: [], related: [], reports: [] })
    expect((await readRelatedDesk(db, two.id)).bans).toMatchObject([{ article: { id: one.id } }])
    await decide(two, 'unban', one)
    expect(await idsBeside(db, one.id)).toMatchObject({ twins: [two.id] })
  })

  it('splits a report off, and no comparing brings it back until the machine is let', async () => {
    const [one, , three, four] = [
      await published(flood),
      await published(retold),
      await published(crest),
      await published(receding),
    ]
    const whole = await idsBeside(db, three.id)
    expect(whole.reportCount).toBe(3)
    // What was said before of two of them goes on beside it.
    await decide(three, 'differ', four)
    await decide(three, 'pin', four)
    await decide(three, 'split')
    await compareAll()
    expect(await idsBeside(db, three.id)).toMatchObject({ reports: [], reportCount: 1 })
    expect((await idsBeside(db, three.id)).related?.[0]).toBe(four.id)
    await decide(three, 'unpin', four)
    expect(await idsBeside(db, one.id)).toMatchObject({ reports: [four.id], reportCount: 2 })
    expect((await readRelatedDesk(db, three.id)).held).toMatchObject({ by: '江予怀' })
    await decide(three, 'release')
    expect(await idsBeside(db, three.id)).toEqual(whole)
  })

  it('joins a report to a story that the machine would not have seen', async () => {
    const [one, three, other] = [await published(flood), await published(crest), await published(library)]
    await decide(other, 'join', one)
    await compareAll()
    expect(await idsBeside(db, other.id)).toMatchObject({ reports: [three.id, one.id], reportCount: 3 })
    expect(await idsBeside(db, one.id)).toMatchObject({ reports: [other.id, three.id] })
  })

  it('finds each decision in the history, by name, and the history whole', async () => {
    const [one, other] = [await published(flood), await published(library)]
    await decide(one, 'pin', other)
    await decide(one, 'split')
    const { entries } = await listHistory(db, one.id, { before: null, limit: 2 })
    expect(entries).toMatchObject([
      { act: 'relate', why: 'split', by: { name: '江予怀' } },
      { act: 'relate', why: `pin ${other.id}`, by: { name: '江予怀' } },
    ])
    for await (const finding of verifyHistory(db)) expect(finding).toBeNull()
  })

  it('decides on what it has seen: the second of two decisions on one view is refused, and a reporter’s too', async () => {
    const [one, other] = [await published(flood), await published(library)]
    const at = new Date(start)
    const pin = { act: 'pin', otherId: other.id, seenVersion: 0 } as const
    await saveRelatedDecision(db, one.id, pin, { by, at })
    const refusals = [
      [{ ...pin, act: 'ban' }, by, 'related-stale'],
      [{ ...pin, seenVersion: 1 }, reporter, 'not-yours'],
      [{ ...pin, seenVersion: 1, otherId: 999 }, by, 'related-unpublished'],
    ] as const
    for (const [decision, who, reason] of refusals)
      await expect(saveRelatedDecision(db, one.id, decision, { by: who, at })).rejects.toMatchObject({ reason })
    expect(await readRelatedDesk(db, one.id)).toMatchObject({
      version: 1,
      pins: [{ article: { id: other.id } }],
      bans: [],
    })
    await expect(saveRelatedDecision(db, 999, pin, { by, at })).rejects.toBeInstanceOf(Refusal)
  })
})

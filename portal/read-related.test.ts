import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import type { Identity } from '@/newsroom/identity'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { move } from '@/newsroom/move'
import { publish } from '@/newsroom/publish'
import { revise } from '@/newsroom/revise'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { findNewestChange } from '@/store/changes'
import { closeDatabase, type Database, database } from '@/store/database'
import { listLeadingCategories } from '@/store/leading'
import { saveRelatedDecision } from '@/store/related-desk'
import { listChanges } from '@/store/scratch-changes'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { type PageContext, pageStorage } from './page-context'

const at = new Date('2026-11-24T01:00:00Z')
const later = new Date('2026-11-24T05:00:00Z')
const zone = 'Asia/Shanghai'

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-address') & typeof import('./read-category') & typeof import('./read-front')
const pages = new AsyncLocalStorage<PageContext>()

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = Object.assign(
    {},
    ...(await Promise.all([import('./read-address'), import('./read-category'), import('./read-front')])),
  )
  db = await database(scratch.url)
  by = await createStaff(db, { email: 'a@e.org', name: '江予怀', role: 'administrator', passwordHash: 'x', at })
  for (const [slug, name] of [
    ['bendi', '本地'],
    ['guangbo', '广播'],
  ] as const)
    await createCategory(db, { slug, name, at })
  Object.assign(globalThis, { [pageStorage]: pages })
})
afterAll(async () => {
  Object.assign(globalThis, { [pageStorage]: undefined })
  await closeDatabase()
  await scratch.close()
})

const flood = {
  headline: '澜江上游水位超警戒 沿江三区启动二级响应',
  body: '澜江上游石门站水位14时涨至31.4米，超警戒水位0.4米。市防汛指挥部决定，沿江的柳浦、江北、青桥三区自15时起启动防汛二级应急响应，低洼地带居民今晚前转移。',
}
const change = (article: Article, rule: (now: Article) => Article) =>
  changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
const published = async (copy: Partial<Copy>, when = at) =>
  change(
    await createArticle(db, write(blankCopy({ headline: '题', body: '文', category: 'bendi', ...copy }), { by, at })),
    (now) => publish(now, { by, at: when }, noLibrary),
  )

/** Reads a page as the server does, with what it depends on. */
async function reading<Page>(read: () => Promise<Page>): Promise<{ page: Page; depends: Set<Identity> }> {
  const depends = new Set<Identity>()
  const context: PageContext = { path: '/', status: 200, location: null, depends, siteEdition: () => 0 }
  return { page: await pages.run(context, read), depends }
}
/** Whether the act has a page made anew that depends on these. */
async function drops(depends: Set<Identity>, act: () => Promise<unknown>): Promise<boolean> {
  const after = await findNewestChange(db)
  await act()
  return (await listChanges(db, { after, limit: 10 })).some(({ touched }) => touched.some((one) => depends.has(one)))
}

describe('A kept page that shows what is related', () => {
  it('is dropped by whatever comes to a report of it, and by nothing that has nothing to do with it', async () => {
    const one = await published(flood)
    const article = () => reading(() => portal.readAddress(one.path ?? ''))
    const list = () => reading(() => portal.readCategory('bendi', null))
    const shelves = await listLeadingCategories(db, 9)
    const front = () => reading(() => portal.readFront({ leading: shelves, facts: [] }))

    const [alone, listed] = [await article(), await list()]
    let twin = one
    const elsewhere = { ...flood, category: 'guangbo', source: { name: '棠州电台', address: null } }
    expect(await drops(alone.depends, async () => (twin = await published(elsewhere, later)))).toBe(true)
    // The list of another category says so too.
    expect([...listed.depends]).toContain(`twins:${one.id}`)
    expect((await list()).page).toMatchObject({ articles: [{ id: one.id, others: 1 }] })
    expect((await front()).page).toMatchObject({ lead: { id: twin.id, others: 1 }, seconds: [] })

    const whole = await article()
    expect(whole.page).toMatchObject({ beside: { twins: [{ id: twin.id, headline: flood.headline }] } })
    const told = { ...twin.copy, headline: '澜江水位超警 沿江三区启动二级响应' }
    const revised = await change(twin, (now) => revise(now, told, { by, at: later }))
    let again = revised
    expect(
      await drops(whole.depends, async () => {
        again = await change(revised, (now) => publish(now, { by, at: later }, noLibrary))
      }),
    ).toBe(true)
    const renamed = await article()
    expect(renamed.page).toMatchObject({ beside: { twins: [{ headline: told.headline }] } })

    let moved = again
    expect(
      await drops(renamed.depends, async () => {
        const wish = { slug: 'shuiwei', publishedAt: later }
        moved = await change(again, (now) => move(now, wish, { by, at: later, zone }))
      }),
    ).toBe(true)
    const there = await article()
    expect(there.page).toMatchObject({ beside: { twins: [{ path: moved.path }] } })

    let stranger = one
    expect(
      await drops(there.depends, async () => {
        stranger = await published({ headline: '图书馆夜间开放', body: '阅览室留灯到零点。' }, later)
      }),
    ).toBe(false)
    const pin = { act: 'pin', otherId: stranger.id, seenVersion: 0 } as const
    expect(await drops(there.depends, () => saveRelatedDecision(db, one.id, pin, { by, at: later }))).toBe(true)
    const pinned = await article()
    expect(pinned.page).toMatchObject({ beside: { related: [{ id: stranger.id }] } })

    const listedNow = await list()
    const withdraw = () => change(moved, (now) => kill(now, '失实', { by, at: later }))
    expect(await drops(new Set([...pinned.depends].filter((one) => listedNow.depends.has(one))), withdraw)).toBe(true)
    expect((await article()).page).toMatchObject({ beside: { twins: [] } })
    expect((await list()).page?.articles.every(({ others }) => others === undefined)).toBe(true)
  })
})

describe('A list that shows one of what is said twice', () => {
  it('was made with both, so that the other is no news to who has it open', async () => {
    const one = await published(flood)
    const twin = await published({ ...flood, source: { name: '棠州电台', address: null } }, later)
    const page = await portal.readCategory('bendi', null)
    const [shown, known] = [page?.articles ?? [], page?.newest ?? []].map((some) => some.map(({ id }) => id))
    expect(shown).toContain(twin.id)
    expect(shown).not.toContain(one.id)
    expect(known).toEqual(expect.arrayContaining([twin.id, one.id]))
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { autosave } from '@/newsroom/autosave'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { kill } from '@/newsroom/kill'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { toReadersText } from '@/newsroom/published-article'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { save } from '@/newsroom/save'
import { spike } from '@/newsroom/spike'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle, findArticle } from './articles'
import { createCategory } from './categories'
import type { Database } from './database'
import { type DeskAsk, type DeskPlace, findForDesk, firstPlace } from './desk-search'
import { forgetDeskIndex, indexDeskUnread } from './desk-unread'
import { saveIncoming } from './incoming'
import { openScratchDatabase } from './scratch-database'
import { everything } from './search-ask'
import { createStaff } from './staff'
import { verifyDeskSearch, verifySearch } from './verify-search'

const zone = 'Asia/Shanghai'
const start = new Date('2026-11-24T01:00:00Z').getTime()

let db: Database
let close: () => Promise<void>
let chief: Staff
let zhou: Staff
let minutes = 0

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const at = new Date(start)
  chief = await createStaff(db, { email: 'a@e.org', name: '江予怀', role: 'chief-editor', passwordHash: 'x', at })
  zhou = await createStaff(db, { email: 'b@e.org', name: '周默', role: 'reporter', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterAll(() => close())

const nobodyInParticular: DeskAsk = {
  ...everything,
  owner: null,
  statuses: null,
  notStatuses: [],
  who: [],
  notWho: [],
}
/** A minute later than whatever was done before. */
const act = (by: Staff) => ({ by, at: new Date(start + ++minutes * 60_000) })

async function find(typed: string, over: Partial<DeskAsk> = {}) {
  const ask = { ...nobodyInParticular, phrases: typed === '' ? [] : typed.split(' ').map(foldText), ...over }
  const { found } = await findForDesk(db, ask, { place: firstPlace, limit: 50 })
  return found.map(({ articleId, version }) => [articleId, version])
}

const draft = (by: Staff, copy: Partial<Copy>) =>
  createArticle(db, write(blankCopy({ headline: '无题', body: '文', category: 'bendi', ...copy }), act(by)))
async function change(id: number, rule: Parameters<typeof changeArticle>[3]) {
  const seenVersion = (await findArticle(db, id))?.version ?? 0
  return changeArticle(db, id, { seenVersion, zone }, rule)
}
const rewrite = (id: number, by: Staff, copy: Partial<Copy>, rule = save) =>
  change(id, (now) => rule(now, { ...now.copy, ...copy }, act(by)))

/** Outside copy, which readers see unless its own site kept it back. */
async function imported(headline: string, isPublic = true) {
  const { at } = act(chief)
  const copy = blankCopy({ headline, body: '<p>外来的稿件。</p>', bodyFormat: 'html', category: 'bendi' })
  const originKey = `k${at.getTime()}`
  const incoming = {
    originKey,
    copy,
    readers: toReadersText(copy),
    publishedAt: at,
    isPublic,
    path: `/bendi/2026/11/24/${originKey}.html`,
    movedPaths: [],
    wireCode: null,
    categoryName: null,
    originals: [],
  }
  await saveIncoming(db, [incoming], { site: 's', zone, at, readBy: 1 })
  const { id } = await db.article.findUniqueOrThrow({ where: { originKey } })
  return id
}

describe('The desk', () => {
  it('finds a draft by all that it says the moment it is written, and says which version said what it says no more', async () => {
    const { id } = await draft(zhou, {
      headline: '砚江夜航',
      kicker: '两岸',
      standfirst: '灯亮了。',
      body: '**末班**船在夜里开。',
    })
    for (const typed of ['砚江', '两岸', '灯亮', '末班船', '夜里 砚江']) expect(await find(typed)).toEqual([[id, 1]])
    await rewrite(id, zhou, { body: '末班船在清晨开。' })
    expect(await find('末班船')).toEqual([[id, 2]])
    expect(await find('夜里')).toEqual([[id, 1]])
    expect(await find('夜里 清晨')).toEqual([])
  })

  it('finds what the editor saved by itself until it is saved again, and what somebody saved for ever', async () => {
    const { id } = await draft(zhou, { headline: '坝上', body: '第一稿。' })
    await rewrite(id, zhou, { body: '打到一半' }, autosave)
    expect(await find('打到一半')).toEqual([[id, 2]])
    await rewrite(id, zhou, { body: '打到一半又改' }, autosave)
    await rewrite(id, zhou, { body: '定了。' })
    expect(await find('打到')).toEqual([])
    expect(await find('第一稿')).toEqual([[id, 1]])
    // Somebody says that what was saved by itself is a version.
    await rewrite(id, zhou, { body: '由它自己存下。' }, autosave)
    await rewrite(id, zhou, {})
    await rewrite(id, zhou, { body: '又定了。' })
    expect(await find('由它自己')).toEqual([[id, 5]])
  })

  it('shows a reporter nothing of anybody else’s, in no state and no version', async () => {
    const others = await draft(chief, { headline: '秘闻初稿' })
    await rewrite(others.id, chief, { headline: '秘闻二稿' })
    await change(others.id, (now) => publish(now, act(chief), noLibrary))
    const own = await draft(zhou, { headline: '秘闻一则' })
    await imported('秘闻外电')
    const mine = { owner: zhou.id }
    expect(await find('秘闻', mine)).toEqual([[own.id, 1]])
    expect(await find('秘闻初稿', mine)).toEqual([])
    expect(await find('', mine).then((all) => all.every(([id]) => id !== others.id))).toBe(true)
    expect(await find('', { ...mine, who: [[chief.id]] })).toEqual([])
    expect((await find('秘闻')).length).toBe(3)
    // Published by an editor, it stays its writer's to find; changed by an editor, too.
    await change(own.id, (now) => publish(now, act(chief), noLibrary))
    await rewrite(own.id, chief, { headline: '秘闻改过' })
    expect(await find('秘闻改过', mine)).toEqual([[own.id, 2]])
  })

  it('narrows by state, which is that of now, and by who began it or wrote on', async () => {
    const first = await draft(zhou, { headline: '柳浦桥一' })
    const second = await draft(chief, { headline: '柳浦桥二' })
    await rewrite(second.id, chief, { headline: '柳浦桥贰' })
    await change(first.id, (now) => publish(now, act(chief), noLibrary))
    expect(await find('柳浦桥', { statuses: ['published'] })).toEqual([[first.id, 1]])
    expect(await find('柳浦桥', { statuses: ['draft'] })).toEqual([[second.id, 2]])
    expect(await find('柳浦桥二', { statuses: ['draft'] })).toEqual([])
    expect(await find('柳浦桥', { notStatuses: ['draft'] })).toEqual([[first.id, 1]])
    expect(await find('柳浦桥', { who: [[zhou.id]] })).toEqual([[first.id, 1]])
    expect(await find('柳浦桥', { notWho: [zhou.id] })).toEqual([[second.id, 2]])
    await change(first.id, (now) => kill(now, '失实', act(chief)))
    await change(second.id, (now) => spike(now, act(chief)))
    expect(await find('柳浦桥', { statuses: ['killed'] })).toEqual([[first.id, 2]])
    expect(await find('柳浦桥', { statuses: ['spiked'] })).toEqual([[second.id, 3]])
    expect(await find('柳浦桥', { statuses: ['published'] })).toEqual([])
  })

  it('finds outside copy once: as readers have it until somebody touches it, and as the desk has it then', async () => {
    const id = await imported('窑湾外电')
    const unseen = await imported('窑湾未刊', false)
    expect(await find('窑湾')).toEqual([
      [unseen, 1],
      [id, null],
    ])
    expect(await find('窑湾', { statuses: ['published'] })).toEqual([[id, null]])
    await rewrite(id, chief, { headline: '窑湾改写' })
    expect(await find('窑湾')).toEqual([
      [id, 2],
      [unseen, 1],
    ])
    expect(await find('窑湾外电')).toEqual([[id, 1]])
    await change(id, (now) => publish(now, act(chief), noLibrary))
    expect(await find('窑湾')).toEqual([
      [id, 2],
      [unseen, 1],
    ])
  })

  it('goes on from page to page, each article once, by the newest version that says it', async () => {
    const ids: number[] = []
    for (let number = 0; number < 6; number++) {
      const { id } = await draft(zhou, { headline: `渡口${number}` })
      for (let again = 0; again < 4; again++) await rewrite(id, zhou, { body: `渡口第${again}遍。` })
      ids.push(id, await imported(`渡口外电${number}`))
    }
    const pagesOf = async (limit: number, looks?: number) => {
      const pages: number[][] = []
      for (let place: DeskPlace | null = firstPlace; place; ) {
        const ask = { ...nobodyInParticular, phrases: ['渡口'] }
        const page: Awaited<ReturnType<typeof findForDesk>> = await findForDesk(db, ask, { place, limit, looks })
        pages.push(page.found.map(({ articleId }) => articleId))
        place = page.next
      }
      return pages
    }
    ids.reverse()
    const pages = await pagesOf(5)
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 2])
    expect(pages.flat()).toEqual(ids)
    // Where the versions of one article are too many for one page, it is shorter, and nothing is left out.
    expect((await pagesOf(1, 1)).flat()).toEqual(ids)
  })

  it('finds every two to four neighbouring signs of what it has, and nothing that does not say what was asked', async () => {
    const signs = fc.constantFrom(...'国企改革降准茅台ab12，。')
    const text = fc.array(signs, { minLength: 1, maxLength: 30 }).map((all) => all.join(''))
    const written: { id: number; parts: string[] }[] = []
    for (const [headline, body] of fc.sample(fc.tuple(text, text), { numRuns: 25, seed: 3 })) {
      const { id } = await draft(zhou, { headline: `题${headline}`, body: `文${body}`, tags: ['试'] })
      written.push({ id, parts: [`题${headline}`, `文${body}`].map(foldText) })
    }
    const { id: number } = await db.tag.findUniqueOrThrow({ where: { name: '试' } })
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { minLength: 2, maxLength: 4 }), async (all) => {
        const phrase = foldText(all.join(''))
        fc.pre(phrase !== '')
        const found = await find('', { phrases: [phrase], under: [[{ field: 'tag', number }]] })
        const expected = written.filter(({ parts }) => parts.some((part) => hasPhrase(part, phrase)))
        expect(found.map(([id]) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('has an index as the copy is and was, is told where it is not, and writes it anew', async () => {
    const faults = async () => {
      const found: string[] = []
      for await (const { articleId, fault } of verifyDeskSearch(db, () => {})) found.push(`${articleId} ${fault}`)
      for await (const { articleId, fault } of verifySearch(db, () => {})) found.push(`${articleId} ${fault}`)
      return found
    }
    expect(await faults()).toEqual([])
    const { id } = await draft(zhou, { headline: '渡船改线' })
    await rewrite(id, zhou, { headline: '渡船停航' })
    await db.deskVersion.deleteMany({ where: { articleId: id, version: 1 } })
    expect(await faults()).toEqual([`${id} is not found at the desk as it was and is`])
    await forgetDeskIndex(db, new Date(start))
    while ((await indexDeskUnread(db, { take: 7, at: new Date(start) })) !== null) {}
    expect(await faults()).toEqual([])
    expect(await find('渡船改线')).toEqual([[id, 1]])
  })
})

function hasPhrase(folded: string, phrase: string): boolean {
  return isWord(phrase) ? ` ${folded}`.includes(` ${phrase}`) : folded.includes(phrase)
}

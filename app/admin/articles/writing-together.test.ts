import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SaveState } from '@/components/desk/form-state'
import type { Journal, JournalEntry } from '@/components/desk/saving/journal'
import { type SaveRequest, toForm } from '@/components/desk/saving/save-request'
import { openWriting, type Writing } from '@/components/desk/saving/writing'
import { blankCopy } from '@/newsroom/blank-copy'
import { type CopyFields, toFields } from '@/newsroom/copy-fields'
import { mergeFields } from '@/newsroom/merge-fields'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle, findArticle } from '@/store/articles'
import { findAside, listAsides } from '@/store/asides'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { findVersion, listHistory } from '@/store/history'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { verifyHistory } from '@/store/verify-history'
import { answerSave } from './answer-save'

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
const staff: Staff[] = []
const monday = new Date('2026-11-23T01:00:00Z')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  await createCategory(db, { slug: 'bendi', name: '本地', at: monday })
  for (const name of ['沈砚秋', '顾临', '江予怀', '陆知微', '周默'])
    staff.push(
      await createStaff(db, {
        email: `${staff.length}@example.org`,
        name,
        role: 'chief-editor',
        passwordHash: 'x',
        at: monday,
      }),
    )
})
afterAll(() => scratch.close())

/** What happens on a save's way. */
type Fate = 'arrives' | 'is lost' | 'loses its answer' | 'comes twice'

type Command =
  | { does: 'types'; who: number; where: number }
  | { does: 'waits'; seconds: number }
  | { does: 'asks'; who: number; act: 'save' | 'publish' }
  | { does: 'is killed'; who: number }
  | { does: 'chooses'; who: number; side: 'theirs' | 'mine' }
  | { does: 'keeps apart'; who: number }
  | { does: 'changes the line'; who: number; fates: Fate[]; slowly: number }

const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'is lost', 'loses its answer', 'comes twice')
const who = fc.nat(4)
const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('types' as const), who, where: fc.nat(4) }) },
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('waits' as const), seconds: fc.integer({ min: 0, max: 6 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('asks' as const),
        who,
        act: fc.constantFrom('save' as const, 'publish' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('is killed' as const), who }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('keeps apart' as const), who }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('chooses' as const),
        who,
        side: fc.constantFrom('theirs' as const, 'mine' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('changes the line' as const),
        who,
        fates: fc.array(fate, { maxLength: 4 }),
        slowly: fc.integer({ min: 0, max: 4000 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 18 },
)

/** One article, some people in front of it, lines that fail, and a time that goes by when the test says so. */
async function newsroom(people: number) {
  const start = blankCopy({ headline: '柳浦港开港', body: '第一段。\n\n第二段。\n\n第三段。', category: 'bendi' })
  const { id } = await createArticle(db, write(start, { by: staffAt(0), at: monday }))
  const typed = new Set<string>()
  const wrongs: string[] = []
  const waiting: { at: number; run: () => void | Promise<void> }[] = []
  let now = monday.getTime()
  let names = 0
  const desks: Desk[] = []
  for (let index = 0; index < people; index++) desks.push(await sit(staffAt(index)))
  return { does, settle }

  type Desk = { by: Staff; writing: Writing; entries: Map<string, JournalEntry>; fates: Fate[]; slowly: number }

  async function sit(by: Staff, before?: Desk): Promise<Desk> {
    const article = await findArticle(db, id)
    if (!article) throw new Error('the article is gone')
    const desk: Desk = {
      by,
      entries: before?.entries ?? new Map(),
      fates: before?.fates ?? [],
      slowly: before?.slowly ?? 0,
    } as Desk
    const living = new Set<string>()
    const journal: Journal = {
      write: async (entry) => {
        living.add(entry.tab)
        desk.entries.set(entry.tab, structuredClone(entry))
      },
      forget: async (tab) => void desk.entries.delete(tab),
      findOrphan: async () => [...desk.entries.values()].find(({ tab }) => !living.has(tab)) ?? null,
    }
    let isDead = false
    desk.writing = openWriting(
      {
        send: (request) => travel(desk, request, () => isDead),
        journal,
        newKey: () => `name-${id}-${names++}`,
        now: () => now,
        later: (milliseconds, run) => {
          const event = { at: now + milliseconds, run: () => void (isDead || run()) }
          waiting.push(event)
          return () => void (waiting.includes(event) && waiting.splice(waiting.indexOf(event), 1))
        },
      },
      {
        copy: toFields(article.copy),
        desk: { id, version: article.version, status: article.status, ahead: false, address: null },
      },
    )
    kills.set(desk, () => {
      isDead = true
    })
    await desk.writing.recover()
    return desk
  }

  /** A save's way to the server and its answer's way back. */
  function travel(desk: Desk, request: SaveRequest, isDead: () => boolean): Promise<SaveState | null> {
    const what = desk.fates.shift() ?? 'arrives'
    return new Promise((resolve) => {
      const answer = (state: SaveState | null, after: number) =>
        waiting.push({ at: now + after, run: () => (isDead() ? undefined : resolve(state)) })
      if (what === 'is lost') return void answer(null, 500)
      waiting.push({
        at: now + desk.slowly,
        run: async () => {
          const ask = () =>
            answerSave(toForm(request), { db, language: 'zh-CN', act: { by: desk.by, at: new Date(now) } }).catch(
              () => null,
            )
          const [state = null] = await Promise.all(what === 'comes twice' ? [ask(), ask()] : [ask()])
          answer(what === 'loses its answer' ? null : state, desk.slowly)
        },
      })
    })
  }

  async function does(command: Command): Promise<void> {
    if (command.does === 'waits') return pass(command.seconds * 1000)
    const desk = desks[command.who % people]
    if (!desk) return
    const { writing } = desk
    if (command.does === 'types') type(writing, command.where)
    if (command.does === 'asks') writing.ask(command.act)
    if (command.does === 'keeps apart') writing.keepApart()
    if (command.does === 'chooses') choose(writing, command.side)
    if (command.does === 'changes the line') Object.assign(desk, { fates: [...command.fates], slowly: command.slowly })
    if (command.does === 'is killed') {
      // The journal is a fifth of a second behind the keys: what was typed in it may go with the tab.
      await pass(250)
      kills.get(desk)?.()
      desks[command.who % people] = await sit(desk.by, desk)
    }
    await quiet()
    for (const { by, writing } of desks)
      if (writing.state().conflict?.by === by.name) wrongs.push(`${by.name} is to choose between what is all their own`)
  }

  function type(writing: Writing, where: number): void {
    const sentence = `句${id}之${names++}。`
    typed.add(sentence)
    const { copy } = writing.state()
    if (where === 4) {
      writing.change({ standfirst: `${copy.standfirst}${sentence}` })
      return
    }
    const paragraphs = copy.body.split('\n\n')
    const at = where % paragraphs.length
    paragraphs[at] = `${paragraphs[at]}${sentence}`
    if (where === 3) paragraphs.push(sentence.replace('。', '！'))
    writing.change({ body: paragraphs.join('\n\n') })
  }

  /** Chooses a side of everything that is shown. */
  function choose(writing: Writing, side: 'theirs' | 'mine'): void {
    const { conflict, copy } = writing.state()
    if (!conflict) return
    const { base, theirs } = conflict
    writing.resolve(side === 'mine' ? mergeFields({ base, theirs, mine: copy }).copy : theirs)
  }

  async function pass(milliseconds: number): Promise<void> {
    const until = now + milliseconds
    await quiet()
    for (;;) {
      const next = waiting.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      waiting.splice(waiting.indexOf(next), 1)
      now = Math.max(now, next.at)
      await next.run()
      await quiet()
    }
    now = until
  }

  /** The line is up again, everybody chooses, and time goes by until nothing is left to do. */
  async function settle(): Promise<{ lost: string[]; wrongs: string[] }> {
    for (const desk of desks) Object.assign(desk, { fates: [], slowly: 0 })
    for (let round = 0; round < 12; round++) {
      await pass(40_000)
      if (waiting.length === 0 && desks.every(({ writing }) => !writing.state().conflict)) break
      for (const { writing } of desks) choose(writing, round % 2 === 0 ? 'mine' : 'theirs')
    }
    for (const { writing, by } of desks) {
      const { copy, kept, desk, trouble, conflict } = writing.state()
      if (conflict || (trouble && (trouble.is === 'unreached' || trouble.act !== 'publish')))
        wrongs.push(`${by.name} is not settled: ${JSON.stringify(trouble)}`)
      const saved = await findVersion(db, id, desk.version)
      if (copy.body !== kept.body) wrongs.push(`${by.name} has words that the server has not`)
      if (saved && saved.body !== kept.body)
        wrongs.push(`${by.name} is told that version ${desk.version} is saved, and it says something else`)
    }
    const known = await everythingKept()
    return { lost: [...typed].filter((sentence) => !known.includes(sentence)), wrongs }
  }

  async function everythingKept(): Promise<string> {
    const texts: string[] = []
    const add = (copy: (Pick<CopyFields, 'body'> & { standfirst: string | null }) | null) =>
      copy && texts.push(copy.body, copy.standfirst ?? '')
    add((await findArticle(db, id))?.copy ?? null)
    for (const { version } of (await listHistory(db, id, { before: null, limit: 1000 })).entries)
      add(await findVersion(db, id, version))
    // Whoever would not choose has made an article of their own.
    for (const apart of await db.article.findMany({ where: { id: { gt: id } }, select: { id: true } }))
      add((await findArticle(db, apart.id))?.copy ?? null)
    for (const { key } of await listAsides(db, id)) add((await findAside(db, id, key))?.copy ?? null)
    return texts.join('\n')
  }
}

const kills = new WeakMap<object, () => void>()

/** Lets everything run that waits for nothing but its turn. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

function staffAt(index: number): Staff {
  const by = staff[index]
  if (!by) throw new Error('nobody sits there')
  return by
}

describe('people who write one article together', () => {
  it('lose no sentence, whatever becomes of lines, tabs and answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), commands, async (people, given) => {
        const room = await newsroom(people)
        for (const command of given) await room.does(command)
        expect(await room.settle()).toEqual({ lost: [], wrongs: [] })
      }),
      { numRuns: 500 },
    )
  }, 600_000)

  it('leave a history in which nothing is out of order', async () => {
    const faults: unknown[] = []
    for await (const fault of verifyHistory(db)) faults.push(fault)
    expect(faults).toEqual([])
  })
})

describe('a save that is asked for again because its answer was lost', () => {
  const ask = (request: Partial<SaveRequest>) =>
    answerSave(
      toForm({
        key: 'asked-for-twice',
        id: null,
        version: 0,
        act: 'autosave',
        isMerge: false,
        copy: toFields(blankCopy({ headline: '问两次', body: '正文。', category: 'bendi' })),
        asideKey: 'aside-of-it',
        ...request,
      }),
      { db, language: 'zh-CN', act: { by: staffAt(0), at: monday } },
    )

  it('makes one article and one version', async () => {
    const before = await db.article.count()
    const first = await ask({})
    expect(await ask({})).toEqual(first)
    const [one, other] = await Promise.all([ask({ key: 'both-at-once' }), ask({ key: 'both-at-once' })])
    expect(one).toEqual(other)
    expect(await db.article.count()).toBe(before + 2)
  })

  it('is known though somebody has saved since: the next one is based on it, and nobody’s own words are against them', async () => {
    const first = await ask({ key: 'the-first-save' })
    if (first.outcome !== 'saved') throw new Error(first.outcome)
    const { id } = first
    const text = (body: string) => toFields(blankCopy({ headline: '问两次', body, category: 'bendi' }))
    const mine = { key: 'the-lost-answer', id, version: 1, copy: text('正文，我写的。') }
    expect(await ask(mine)).toMatchObject({ outcome: 'saved', version: 2 })
    expect(
      await ask({ key: 'another-persons', id, version: 2, copy: text('正文，我写的。\n\n别人写的。') }),
    ).toMatchObject({ version: 3 })
    expect(await ask(mine)).toMatchObject({ outcome: 'saved', version: 2 })
  })
})

describe('somebody who may not change an article', () => {
  it('is told so, and is not shown it, however old the version they name', async () => {
    const { id } = await createArticle(
      db,
      write(blankCopy({ headline: '别人的稿', body: '不给看的正文。', category: 'bendi' }), {
        by: staffAt(0),
        at: monday,
      }),
    )
    const reporter = await createStaff(db, {
      email: 'reporter@example.org',
      name: '许听澜',
      role: 'reporter',
      passwordHash: 'x',
      at: monday,
    })
    const request = {
      key: 'a-strangers-save',
      id,
      version: 0,
      act: 'autosave' as const,
      isMerge: false,
      copy: toFields(blankCopy({ category: 'bendi' })),
      asideKey: 'a-strangers-aside',
    }
    const answer = await answerSave(toForm(request), { db, language: 'zh-CN', act: { by: reporter, at: monday } })
    expect(answer).toMatchObject({ outcome: 'refused' })
    expect(JSON.stringify(answer)).not.toContain('不给看')
    expect(await listAsides(db, id)).toEqual([])
  })
})

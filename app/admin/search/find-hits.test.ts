import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import { noLibrary } from '@/newsroom/library-picture'
import { publish } from '@/newsroom/publish'
import { save } from '@/newsroom/save'
import { deskVocabulary } from '@/newsroom/search/fields'
import { readQueryIn } from '@/newsroom/search/read-query'
import type { Role, Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { firstPlace } from '@/store/desk-search'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { findHits } from './find-hits'
import { readPlace, searchAddress } from './read-place'

const zone = 'Asia/Shanghai'
let db: Database
let close: () => Promise<void>
let minutes = 0
const people: Partial<Record<Role, Staff>> = {}

const at = () => new Date(Date.parse('2026-11-24T01:00:00Z') + ++minutes * 60_000)
const person = (role: Role) => {
  const known = people[role]
  if (!known) throw new Error(`nobody is ${role}`)
  return known
}

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  for (const [role, name] of [
    ['reporter', '周默'],
    ['editor', '陆知微'],
  ] as const)
    people[role] = await createStaff(db, { email: `${role}@e.org`, name, role, passwordHash: 'x', at: at() })
  await createCategory(db, { slug: 'bendi', name: '本地', at: at() })
  for (const [role, headline] of [
    ['reporter', '桐桥渡口手记'],
    ['editor', '桐桥渡口社评'],
  ] as const) {
    const by = person(role)
    const copy = blankCopy({ headline, body: '渡口的灯还亮着。', category: 'bendi' })
    const { id } = await createArticle(db, write(copy, { by, at: at() }))
    await changeArticle(db, id, { seenVersion: 1, zone }, (now) =>
      save(now, { ...now.copy, body: '渡口的灯熄了。' }, { by, at: at() }),
    )
  }
})
afterAll(() => close())

async function headlines(role: Role, typed: string): Promise<string[]> {
  const query = readQueryIn(deskVocabulary, typed)
  const { hits } = await findHits(db, query, { staff: person(role), place: firstPlace })
  return hits.map(
    ({ headline, oldVersion }) => headline.map(({ text }) => text).join('') + (oldVersion ? ` ${oldVersion}` : ''),
  )
}

describe('Who looks for something at the desk', () => {
  it.each([
    ['渡口', ['桐桥渡口社评', '桐桥渡口手记']],
    ['还亮着', ['桐桥渡口社评 1', '桐桥渡口手记 1']],
    ['渡口 谁:周默', ['桐桥渡口手记']],
    ['渡口 -谁:me', ['桐桥渡口手记']],
    ['渡口 who:我', ['桐桥渡口社评']],
    ['状态:草稿 渡口', ['桐桥渡口社评', '桐桥渡口手记']],
    ['还亮着 状态:草稿', []],
    ['渡口 状态:已发布', []],
    ['渡口 状态:没有这个', []],
    ['渡口 谁:没有这人', []],
    ['渡口 栏目:本地 -状态:draft', []],
  ])('finds as an editor, by %s, what it asks for', async (typed, found) => {
    expect(await headlines('editor', typed)).toEqual(found)
  })

  it('finds as a reporter only what is one’s own, however it is asked for', async () => {
    for (const typed of ['渡口', '状态:草稿', '-没有', '谁:陆知微 渡口', '栏目:本地', '还亮着', '社评'])
      for (const headline of await headlines('reporter', typed)) expect(headline, typed).toContain('手记')
    expect(await headlines('reporter', '渡口')).toEqual(['桐桥渡口手记'])
    // Nor once readers see it.
    const { articleId } = await db.deskVersion.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await changeArticle(db, articleId, { seenVersion: 2, zone }, (now) =>
      publish(now, { by: person('editor'), at: at() }, noLibrary),
    )
    expect(await headlines('reporter', '社评')).toEqual([])
    expect(await headlines('editor', '社评 状态:已发布')).toEqual(['桐桥渡口社评'])
  })
})

describe('The address of a page of what the desk finds', () => {
  it('is read as it was written, and as the first page where it cannot be meant', () => {
    const place = { desk: { id: 7, second: 1795593600 }, wire: null }
    const asked = Object.fromEntries(new URL(searchAddress('渡口', place), 'https://e.org').searchParams)
    expect(readPlace(asked)).toEqual({ typed: '渡口', place, isFirst: false })
    for (const odd of ['7', '0-1', '7-x', '99999999999-1', '-7-1'])
      expect(readPlace({ q: '渡口', desk: odd, wire: ['1-1', '2-2'] })).toMatchObject({ isFirst: true })
  })
})

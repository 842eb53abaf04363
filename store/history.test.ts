import { noLibrary } from '@/newsroom/library-picture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { autosave } from '@/newsroom/autosave'
import { blankCopy } from '@/newsroom/blank-copy'
import { publish } from '@/newsroom/publish'
import { save } from '@/newsroom/save'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from './articles'
import { findAside, listAsides, setAside } from './asides'
import { createCategory } from './categories'
import type { Database } from './database'
import { findEarlierVersion, findSaved, findVersion, listHistory } from './history'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const zone = 'Asia/Shanghai'
const at = new Date('2026-11-24T01:00:00Z')
const copy = blankCopy({ headline: '渡口改期', body: '第一稿。', category: 'bendi' })

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let article: Article

/** Written, saved by itself, saved as it was then, published: two versions, four acts. */
beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  by = await createStaff(db, { email: 'a@b.org', name: '顾一苇', role: 'editor', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
  article = await createArticle(db, write(copy, { by, at }), { key: 'the-first-save' })
  await change((one) => autosave(one, { ...copy, body: '第二稿。' }, { by, at }))
  await change((one) => save(one, one.copy, { by, at }))
  await change((one) => publish(one, { by, at }, noLibrary))
})
afterEach(() => scratch.close())

async function change(rule: (article: Article) => Article) {
  article = await changeArticle(db, article.id, { seenVersion: article.version, zone }, rule)
}

describe('what was done with an article', () => {
  it('is listed newest first, page by page, with the version that each act left', async () => {
    const acts = (entries: { number: number; act: string; version: number }[]) =>
      entries.map(({ number, act, version }) => [number, act, version])
    const first = await listHistory(db, article.id, { before: null, limit: 3 })
    expect(acts(first.entries)).toEqual([
      [4, 'publish', 2],
      [3, 'save', 2],
      [2, 'autosave', 2],
    ])
    expect(first.entries[0]).toMatchObject({ by: { id: by.id, name: '顾一苇' }, at, why: null })
    expect(first.next).toMatchObject({ number: 1 })
    const second = await listHistory(db, article.id, { before: 2, limit: 3 })
    expect([acts(second.entries), second.next]).toEqual([[[1, 'write', 1]], null])
  })
  it('is known by version, of this article only', async () => {
    expect(await findVersion(db, article.id, 1)).toEqual(copy)
    expect((await findVersion(db, article.id, 2))?.body).toBe('第二稿。')
    for (const [id, version] of [
      [article.id, 3],
      [article.id + 1, 1],
      [article.id, 99_999_999_999],
      [0, 1],
    ] as const)
      expect(await findVersion(db, id, version)).toBeNull()
  })
  it('leads to the version before, where one is left', async () => {
    expect(await findEarlierVersion(db, article.id, 2)).toBe(1)
    expect(await findEarlierVersion(db, article.id, 99_999_999_999)).toBe(2)
    expect(await findEarlierVersion(db, article.id, 1)).toBeNull()
  })
  it('is found again by the browser’s name for it', async () => {
    expect(await findSaved(db, 'the-first-save')).toEqual({ articleId: article.id, version: 1 })
    expect(await findSaved(db, 'another-save')).toBeNull()
  })
})

describe('copy that was set aside', () => {
  const aside = (changes: { by?: { id: number }; body: string; articleId?: number }) =>
    setAside(db, {
      key: 'conflict',
      articleId: changes.articleId ?? article.id,
      seenVersion: 1,
      by: changes.by ?? by,
      at,
      copy: { ...copy, body: changes.body },
    })
  it('is replaced by what its writer types on, and listed once', async () => {
    await aside({ body: '我的。' })
    await aside({ body: '我的，还有。' })
    expect(await listAsides(db, article.id)).toEqual([
      { key: 'conflict', seenVersion: 1, by: { id: by.id, name: '顾一苇' }, at },
    ])
    expect((await findAside(db, article.id, 'conflict'))?.copy.body).toBe('我的，还有。')
  })
  it('is written over by nobody else, and shown with no other article', async () => {
    const other = await createStaff(db, { email: 'c@d.org', name: '沈砚秋', role: 'editor', passwordHash: 'x', at })
    const second = await createArticle(db, write(copy, { by, at }))
    await aside({ body: '我的。' })
    await aside({ body: '别人的。', by: other })
    await aside({ body: '另一篇的。', articleId: second.id })
    expect((await findAside(db, article.id, 'conflict'))?.copy.body).toBe('我的。')
    expect(await findAside(db, second.id, 'conflict')).toBeNull()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Role, Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle } from '@/store/articles'
import { setAside } from '@/store/asides'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { findSeenAside } from './find-seen-aside'

const at = new Date('2026-11-24T01:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const copy = blankCopy({ headline: '渡口停航', body: '一。', category: 'bendi' })

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let article: Article
let reporter: Staff
let editor: Staff

beforeAll(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  const person = (role: Role) =>
    createStaff(db, { email: `${role}@example.org`, name: role, role, passwordHash: 'x', at })
  reporter = await person('reporter')
  editor = await person('editor')
  await createCategory(db, { slug: 'bendi', name: '本地', at })
  article = await createArticle(db, write(copy, { by: editor, at }))
  for (let count = 0; count < 102; count++)
    await setAside(db, {
      key: `aside-${count}`,
      articleId: article.id,
      seenVersion: 1,
      by: editor,
      at: later(count),
      copy: { ...copy, body: `第 ${count} 稿。` },
    })
})
afterAll(() => scratch.close())

const find = (staff: Staff, key: string) => findSeenAside(db, { article, staff, key })

describe('copy that was set aside', () => {
  it('is found with what it was written on, however much was set aside since', async () =>
    expect(await find(editor, 'aside-0')).toMatchObject({
      by: { id: editor.id },
      copy: { body: '第 0 稿。' },
      base: { body: '一。' },
    }))
  it('is nothing to who may not see it, nor under a name that nobody gave', async () =>
    expect([await find(reporter, 'aside-0'), await find(editor, 'aside-of-nobody')]).toEqual([null, null]))
})

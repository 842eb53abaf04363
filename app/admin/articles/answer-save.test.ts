import { afterAll, beforeAll, expect, it } from 'vitest'
import { toForm } from '@/components/desk/saving/save-request'
import type { Article } from '@/newsroom/article'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Copy } from '@/newsroom/copy'
import { toFields } from '@/newsroom/copy-fields'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle, findArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { answerSave } from './answer-save'

const at = new Date('2026-11-24T01:00:00Z')
let db: Database
let close: () => Promise<void>
let by: Staff
let names = 0

beforeAll(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  by = await createStaff(db, { email: 'a@example.org', name: '沈砚秋', role: 'chief-editor', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterAll(() => close())

/** What the browser sends of an article whose copy was changed; `without` is left out of it. */
async function save({ id, version, copy }: Article, change: Partial<Copy>, without?: string): Promise<Article | null> {
  const request = {
    key: `name-of-${names++}`,
    id,
    version,
    act: 'save' as const,
    isMerge: false,
    asideKey: `aside-of-${names}`,
  }
  const form = toForm({ ...request, copy: toFields({ ...copy, ...change }) })
  if (without) form.delete(without)
  const answer = await answerSave(form, { db, language: 'zh-CN', act: { by, at } })
  expect(answer.outcome).toBe('saved')
  return findArticle(db, id)
}
const begin = (body: string, bodyFormat: Copy['bodyFormat']) =>
  createArticle(db, write(blankCopy({ headline: '渡口', body, bodyFormat, category: 'bendi' }), { by, at }))

it.each([
  ['its first words are deleted', '<p>一。</p><p>二。</p>', '。</p><p>二。</p>'],
  ['its markup is', '<p>一。</p>', '一。'],
  ['all of it is', '<p>一。</p>', ''],
])('an HTML body stays HTML when %s', async (_, before, after) =>
  expect((await save(await begin(before, 'html'), { body: after }))?.copy).toMatchObject({
    body: after,
    bodyFormat: 'html',
  }),
)
it('a Markdown body stays Markdown when it becomes all HTML', async () =>
  expect((await save(await begin('一。', 'markdown'), { body: '<p>一。</p>' }))?.copy.bodyFormat).toBe('markdown'))
it('a body is read as the save says, whatever it was', async () =>
  expect(
    (await save(await begin('一。', 'markdown'), { body: '<p>一。</p>', bodyFormat: 'html' }))?.copy.bodyFormat,
  ).toBe('html'))
it('a page of the desk that does not say how a body is read leaves that as it is', async () =>
  expect((await save(await begin('<p>一。</p>', 'html'), { body: '一。' }, 'bodyFormat'))?.copy.bodyFormat).toBe(
    'html',
  ))

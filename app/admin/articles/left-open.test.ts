import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toForm } from '@/components/desk/saving/save-request'
import { blankCopy } from '@/newsroom/blank-copy'
import { type CopyFields, toFields } from '@/newsroom/copy-fields'
import { mergeFields } from '@/newsroom/merge-fields'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle, findArticle } from '@/store/articles'
import { findAside, listAsides } from '@/store/asides'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'
import { thinAutosaves } from '@/store/thin-autosaves'
import { answerSave } from './answer-save'

const now = new Date('2026-11-24T01:00:00Z')
const day = 86_400_000
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const copy = toFields(blankCopy({ headline: '柳浦港开港', body: '第一段。\n\n第二段。', category: 'bendi' }))

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let gu: Staff
let lu: Staff
let id: number

beforeEach(async () => {
  scratch = await openScratchDatabase()
  db = scratch.db
  const person = (name: string, email: string) =>
    createStaff(db, { name, email, role: 'editor', passwordHash: 'x', at: ago(40 * day) })
  gu = await person('顾一苇', 'gu@example.org')
  lu = await person('陆知微', 'lu@example.org')
  await createCategory(db, { slug: 'bendi', name: '本地', at: ago(40 * day) })
})
afterEach(() => scratch.close())

function save(by: Staff, at: Date, { version, copy, act }: { version: number; copy: CopyFields; act: 'autosave' }) {
  const form = toForm({
    key: `save-${by.id}-${version}`,
    id,
    version,
    act,
    isMerge: false,
    copy,
    asideKey: 'left-open-tab',
  })
  return answerSave(form, { db, language: 'zh-CN', act: { by, at } })
}

/** Somebody writes for three pauses, `age` ago; a colleague opened it after the second of them and left the tab open. */
async function leaveOpen(age: number) {
  const begun = write(
    { ...blankCopy({ headline: '柳浦港开港', category: 'bendi' }), body: copy.body },
    { by: gu, at: ago(age) },
  )
  id = (await createArticle(db, begun)).id
  const seen = { ...copy, standfirst: '导语，写了一半' }
  await save(gu, ago(age - 1000), { version: 1, act: 'autosave', copy: { ...copy, standfirst: '导' } })
  await save(gu, ago(age - 2000), { version: 2, act: 'autosave', copy: seen })
  await save(gu, ago(age - 3000), { version: 3, act: 'autosave', copy: { ...copy, standfirst: '导语，写完了。' } })
  await save(gu, ago(age - 4000), { version: 4, act: 'autosave', copy: { ...copy, standfirst: '导语，写完了！' } })
  await thinAutosaves(db, { at: now, since: null, zone: 'Asia/Shanghai' })
  return { version: 3, copy: { ...seen, body: '第一段。\n\n第二段，同事补了一句。' }, base: seen }
}

describe('a tab that was left open on what the editor had saved by itself', () => {
  it('is put together with the newest after a long weekend, and nothing is set aside', async () => {
    const tab = await leaveOpen(6 * day)
    expect((await findArticle(db, id))?.version).toBe(5)
    const answer = await save(lu, now, { version: tab.version, act: 'autosave', copy: tab.copy })
    if (answer.outcome !== 'stale') throw new Error(`it was ${answer.outcome}`)
    const merge = mergeFields({ base: tab.base, theirs: answer.theirs, mine: tab.copy })
    expect(merge.conflicts).toEqual([])
    expect(merge.copy).toMatchObject({ standfirst: '导语，写完了！', body: '第一段。\n\n第二段，同事补了一句。' })
    expect(await listAsides(db, id)).toEqual([])
  })
  it('has its words set aside once nobody knows any more what it was written on', async () => {
    const tab = await leaveOpen(9 * day)
    await save(lu, now, { version: tab.version, act: 'autosave', copy: tab.copy })
    expect(await listAsides(db, id)).toMatchObject([{ key: 'left-open-tab', seenVersion: 3 }])
    expect((await findAside(db, id, 'left-open-tab'))?.copy.body).toBe('第一段。\n\n第二段，同事补了一句。')
  })
})

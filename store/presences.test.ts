import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blankCopy } from '@/newsroom/blank-copy'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { createArticle } from './articles'
import { createCategory } from './categories'
import { forgetPresences, presenceLength, tellPresence } from './presences'
import { openScratchDatabase } from './scratch-database'
import { createStaff } from './staff'

const at = new Date('2026-11-24T01:00:00Z')
const later = (milliseconds: number) => new Date(at.getTime() + milliseconds)

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let [one, other]: Staff[] = []
let articleId = 0

beforeEach(async () => {
  scratch = await openScratchDatabase()
  const { db } = scratch
  const hire = (name: string) =>
    createStaff(db, { email: `${name}@example.org`, name, role: 'editor', passwordHash: 'x', at })
  ;[one, other] = [await hire('陆知微'), await hire('沈砚青')]
  await createCategory(db, { slug: 'bendi', name: '本地', at })
  articleId = (await createArticle(db, write(blankCopy({ category: 'bendi' }), { by: one, at }))).id
})
afterEach(() => scratch.close())

const tell = (staff: Staff | undefined, moment: Date, id = articleId) =>
  tellPresence(scratch.db, { articleId: id, staffId: staff?.id ?? 0, at: moment })

describe('who has an article open', () => {
  it('is told to the others, and nobody is told of themselves', async () => {
    expect(await tell(one, at)).toEqual([])
    expect(await tell(other, later(1000))).toEqual(['陆知微'])
    expect(await tell(one, later(2000))).toEqual(['沈砚青'])
  })

  it('is forgotten when they are silent for half a minute', async () => {
    await tell(one, at)
    expect(await tell(other, later(presenceLength - 1))).toEqual(['陆知微'])
    expect(await tell(other, later(presenceLength))).toEqual([])
    await forgetPresences(scratch.db, later(presenceLength + 1))
    expect(await scratch.db.presence.count()).toBe(1)
  })
})

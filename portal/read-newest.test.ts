import { noLibrary } from '@/newsroom/library-picture'
import { blankCopy } from '@/newsroom/blank-copy'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Copy } from '@/newsroom/copy'
import { publish } from '@/newsroom/publish'
import type { Staff } from '@/newsroom/staff'
import { write } from '@/newsroom/write'
import { changeArticle, createArticle } from '@/store/articles'
import { createCategory } from '@/store/categories'
import { closeDatabase, type Database, database } from '@/store/database'
import { listLeadingCategories } from '@/store/leading'
import { openScratchDatabase } from '@/store/scratch-database'
import { createStaff } from '@/store/staff'

const zone = 'Asia/Shanghai'
const noon = Date.parse('2026-11-24T04:00:00Z')
const minute = 60_000

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let db: Database
let by: Staff
let portal: typeof import('./read-newest') & typeof import('./read-front')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = { ...(await import('./read-newest')), ...(await import('./read-front')) }
  db = await database(scratch.url)
  const at = new Date(noon)
  by = await createStaff(db, { email: 'a@example.org', name: '江予怀', role: 'administrator', passwordHash: 'x', at })
  await createCategory(db, { slug: 'bendi', name: '本地', at })
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

async function published(kind: Copy['kind'], at: Date): Promise<number> {
  const copy = blankCopy({
    kind,
    headline: '柳浦港开港',
    body: '正文。',
    category: 'bendi',
  })
  const draft = await createArticle(db, write(copy, { by, at }))
  await changeArticle(db, draft.id, { seenVersion: draft.version, zone }, (article) =>
    publish(article, { by, at }, noLibrary),
  )
  return draft.id
}

it('an open page is told what is newest, and a front knows what it was made with, without a gap', async () => {
  const oldStory = await published('story', new Date(noon - 60 * minute))
  const flashes: number[] = []
  for (let at = 0; at < 14; at++) flashes.unshift(await published('flash', new Date(noon + at * minute)))
  const newStory = await published('story', new Date(noon + 20 * minute))

  const newest = await portal.readNewest()
  expect(newest[0]).toEqual({ id: newStory, at: noon + 20 * minute, category: 'bendi', kind: 'story' })
  expect(newest.map(({ id }) => id)).toEqual([newStory, ...flashes, oldStory])

  const front = await portal.readFront({ leading: await listLeadingCategories(db, 12), facts: [] })
  // Twelve flashes were read: what is older than the last of them may have others before it.
  expect(front.newest.map(({ id }) => id)).toEqual([newStory, ...flashes.slice(0, 12)])
})

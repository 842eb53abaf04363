import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, database } from '@/store/database'
import { createCategory } from '@/store/categories'
import { openScratchDatabase } from '@/store/scratch-database'
import { mostEntries } from './sitemap'

const month = { year: 2026, month: 11 }
const start = new Date('2026-11-01T00:00:00Z')
const many = mostEntries + 1500

let scratch: Awaited<ReturnType<typeof openScratchDatabase>>
let portal: typeof import('./read-sitemap')

beforeAll(async () => {
  scratch = await openScratchDatabase()
  await scratch.db.$disconnect()
  // The portal reads the process's own store: it is told where that is before it is loaded.
  process.env.DATABASE_URL = scratch.url
  portal = await import('./read-sitemap')
  const db = await database(scratch.url)
  await createCategory(db, { slug: 'bendi', name: '本地', at: start })
  const { id: categoryId } = await db.category.findFirstOrThrow()
  for (let from = 1; from <= many; from += 500) {
    const rows = Array.from({ length: Math.min(500, many + 1 - from) }, (_, index) => from + index)
    await db.article.createMany({
      data: rows.map((id) => ({
        id,
        kind: 'story',
        status: 'published',
        version: 1,
        headline: '港',
        categoryId,
        tags: [],
        createdAt: start,
        updatedAt: start,
      })),
    })
    await db.publishedArticle.createMany({
      data: rows.map((id) => ({
        articleId: id,
        path: `/bendi/${id}.html`,
        kind: 'story',
        headline: '港',
        summary: '',
        urgent: false,
        categoryId,
        tags: [],
        // Three to a moment, so that pages begin in the midst of one.
        publishedAt: new Date(start.getTime() + Math.floor(id / 3) * 1000),
        updatedAt: start,
      })),
    })
  }
})
afterAll(async () => {
  await closeDatabase()
  await scratch.close()
})

describe('a month with more addresses than a file may hold', () => {
  it('has parts that hold each address once, full ones first', async () => {
    const read = async () => {
      const parts = []
      for await (const part of portal.readMapParts()) parts.push(part)
      return parts
    }
    const parts = [1, 2].map((part) => ({ ...month, part, changedAt: start }))
    expect(await read()).toEqual(parts.map((part) => ({ ...part, changedAt: null })))
    const db = await database(scratch.url)
    await db.publishedMonth.create({ data: { month: '2026-11', touchedAt: start, articleCount: many } })
    expect(await read()).toEqual(parts)
    const paths: string[][] = []
    for (const part of parts) {
      const inPart: string[] = []
      for await (const { path } of (await portal.readMapEntries(part)) ?? []) inPart.push(path)
      paths.push(inPart)
    }
    expect(paths.map(({ length }) => length)).toEqual([mostEntries, 1500])
    expect(paths.flat()).toEqual(Array.from({ length: many }, (_, index) => `/bendi/${index + 1}.html`))
    expect(await portal.readMapEntries({ ...month, part: 3 })).toBeNull()
  })
})

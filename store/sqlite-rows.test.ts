import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from './database'
import { openScratchDatabase } from './scratch-database'
import { boundAt, takeRows } from './sqlite-rows'

let db: Database
let close: () => Promise<void>

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
})
afterEach(() => close())

const take = (articles: { id: number; second: number }[]) => db.$transaction((tx) => takeRows(tx, articles))

it('articles stand in the order of time, however they come', async () => {
  const article = fc.record({ id: fc.integer({ min: 1, max: 500 }), second: fc.integer({ min: 0, max: 40 }) })
  const batches = fc.array(fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }), {
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      await db.$executeRaw`DELETE FROM article_row`
      const now = new Map<number, { second: number; row: number }>()
      for (const batch of all)
        for (const [id, row] of await take(batch)) {
          const second = batch.find((one) => one.id === id)?.second ?? -1
          // Whose time is the same keeps its row.
          if (now.get(id)?.second === second) expect(row).toBe(now.get(id)?.row)
          now.set(id, { second, row })
        }
      const inOrder = [...now.values()].sort((a, b) => a.row - b.row)
      expect(new Set(inOrder.map(({ row }) => row)).size).toBe(now.size)
      expect(inOrder.map(({ second }) => second)).toEqual(inOrder.map(({ second }) => second).sort((a, b) => a - b))
    }),
    { numRuns: 40 },
  )
})

it('more articles of one second than it has rows all have one', async () => {
  const same = (from: number, count: number) => Array.from({ length: count }, (_, at) => ({ id: from + at, second: 5 }))
  const rows = [
    ...(await take([{ id: 1000, second: 6 }])).values(),
    ...(await take(same(1, 100))).values(),
    ...(await take(same(101, 100))).values(),
  ]
  expect(new Set(rows).size).toBe(201)
  expect(await take(same(1, 200))).toEqual(new Map(rows.slice(1).map((row, at) => [at + 1, row])))
})

it('a bound of today is a whole number to the index, which walks all of a word without one', async () => {
  const [row] = await db.$queryRaw<{ kind: string }[]>`SELECT typeof(${boundAt(1_795_000_000)}) AS "kind"`
  expect(row?.kind).toBe('integer')
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listKinds } from '@/newsroom/list-address'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'
import { pageUnder } from './listed-under'
import { openScratchDatabase } from './scratch-database'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await openScratchDatabase())
})
afterAll(() => close())

const at = new Date('2026-11-24T01:00:00Z')

describe('how SQLite reads a page of a list', () => {
  it.each(listKinds)('by %s: it seeks the newest of each name in an index, and sorts none but those', async (kind) => {
    for (const after of [null, { publishedAt: at, id: 7 }]) {
      const plan = await db.$queryRaw<{ detail: string }[]>(
        Prisma.sql`EXPLAIN QUERY PLAN ${pageUnder({ kind, ids: [1, 2] }, { after, limit: 31 })}`,
      )
      const steps = plan.map(({ detail }) => detail)
      const seeks = steps.filter((step) =>
        /published_\w+ USING (COVERING )?INDEX \w+_publishedAt_articleId_idx/.test(step),
      )
      expect(seeks, steps.join('\n')).toHaveLength(2)
      // What is scanned are the rows that the seeks gave.
      for (const step of steps.filter((one) => one.startsWith('SCAN'))) expect(step).toMatch(/^SCAN (one|named|listed)/)
    }
  })
})

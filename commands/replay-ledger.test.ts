import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, promisedAnswer } from '@/newsroom/promised-answer'
import { findLedgerEntry } from '@/store/addresses'
import { createCategory } from '@/store/categories'
import type { Database } from '@/store/database'
import { openScratchDatabase } from '@/store/scratch-database'
import { type Difference, replayLedger } from './replay-ledger'

const formerly = 600
/** With the category's page and its other form. */
const paths = formerly + 2

let db: Database
let close: () => Promise<void>

beforeEach(async () => {
  const scratch = await openScratchDatabase()
  db = scratch.db
  close = scratch.close
  const since = new Date()
  await createCategory(db, { slug: 'bendi', name: '本地', at: since })
  const { id: categoryId } = await db.category.findUniqueOrThrow({ where: { slug: 'bendi' } })
  await db.address.createMany({
    data: Array.from({ length: formerly }, (_, number) => ({
      path: `/old/${number}`,
      state: 'moved',
      categoryId,
      since,
    })),
  })
})
afterEach(() => close())

/** What a portal answers that keeps every promise. */
async function keep(path: string): Promise<Answer> {
  const entry = await findLedgerEntry(db, path)
  return entry ? promisedAnswer(entry) : { status: 404, location: null }
}

async function replay(ask: (path: string) => Promise<Answer>) {
  const differences: Difference[] = []
  let kept = 0
  await replayLedger(db, {
    ask,
    concurrency: 8,
    onKept: () => {
      kept += 1
    },
    onDifference: (difference) => differences.push(difference),
  })
  return { kept, differences }
}

describe('replaying the ledger', () => {
  it('asks for every path once where all promises are kept, over more than one page of it', async () => {
    const asked: string[] = []
    const answer = await replay((path) => {
      asked.push(path)
      return keep(path)
    })
    expect(answer).toEqual({ kept: paths, differences: [] })
    expect(new Set(asked).size).toBe(paths)
    expect(asked).toHaveLength(paths)
  })

  it('tells of each path that is not answered as promised, and of no other', async () => {
    const broken = async (path: string) => (path === '/old/7' ? { status: 302, location: '/' } : keep(path))
    expect(await replay(broken)).toEqual({
      kept: paths - 1,
      differences: [
        {
          path: '/old/7',
          promised: { status: 301, location: '/category/bendi.html' },
          got: { status: 302, location: '/' },
        },
      ],
    })
  })

  it('is not deceived by a desk that acts while it asks', async () => {
    const acting = async (path: string) => {
      // The page of the ledger was read before this.
      if (path === '/old/7') await db.address.update({ where: { path }, data: { state: 'current' } })
      return keep(path)
    }
    expect(await replay(acting)).toEqual({ kept: paths, differences: [] })
  })

  it('stops asking when nobody is there any more', async () => {
    let asked = 0
    const leaving = async () => {
      asked += 1
      if (asked > 20) throw new Error('away')
      return { status: 200, location: null }
    }
    await expect(replay(leaving)).rejects.toThrow('away')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(asked).toBeLessThan(60)
  })
})

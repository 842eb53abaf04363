import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { RankedCategory } from './categories'
import type { Database, Transaction } from './database'

const key = 'leading'
const mostLeading = 12
const numbers = z.array(z.number())

/**
 * Ranks the categories anew, those the desk has ranked, then the busiest among the newest thousand articles, and tells whether the order
 * is another one than before. Done when a category fills or empties, when the desk ranks one, and once a day, not with every article: the
 * navigation stands on every page, and must not make all of them new whenever two categories change places.
 */
export async function rankCategories(tx: Transaction, at: Date): Promise<boolean> {
  const ids = await findLeading(tx)
  const known = await readLeading(tx)
  if (isDeepStrictEqual(ids, known)) return false
  const data = { value: ids, version: 1, updatedAt: at }
  await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
  return true
}

/** The categories that rank first, at most `limit`, as they were ranked last. */
export async function listLeadingCategories(db: Database, limit: number): Promise<RankedCategory[]> {
  const ids = (await readLeading(db)).slice(0, limit)
  const found = new Map((await db.category.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function findLeading(tx: Transaction): Promise<number[]> {
  const ranked = await tx.category.findMany({
    where: { rank: { not: null }, articleCount: { gt: 0 } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    take: mostLeading,
    select: { id: true },
  })
  const busiest = await tx.$queryRaw<{ categoryId: number }[]>`
    SELECT "categoryId", COUNT(*) AS busy
    FROM (SELECT "categoryId" FROM published_article ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT 1000) AS newest
    GROUP BY "categoryId" ORDER BY busy DESC, "categoryId" LIMIT ${mostLeading}`
  return [...new Set([...ranked.map(({ id }) => id), ...busiest.map(({ categoryId }) => Number(categoryId))])].slice(
    0,
    mostLeading,
  )
}

async function readLeading(db: Database | Transaction): Promise<number[]> {
  const row = await db.setting.findUnique({ where: { key } })
  return row ? numbers.parse(row.value) : []
}

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { RankedCategory } from './categories'
import type { Database, Transaction } from './database'
import { saveSetting } from './save-setting'

const key = 'leading'
const mostLeading = 12
const slugs = z.array(z.string())

/**
 * Ranks the categories anew, those the desk has ranked, then the busiest among the newest thousand articles, and tells whether the order
 * is another one than before. Done when a category fills or empties, when the desk ranks one, and once a day, not with every article: the
 * navigation stands on every page, and must not make all of them new whenever two categories change places.
 */
export async function rankCategories(tx: Transaction, at: Date): Promise<boolean> {
  const leading = await findLeading(tx)
  if (isDeepStrictEqual(leading, await readLeading(tx))) return false
  await saveSetting(tx, key, { value: leading, at })
  return true
}

/** The categories that rank first, at most `limit`, as they were ranked last. */
export async function listLeadingCategories(db: Database, limit: number): Promise<RankedCategory[]> {
  const wanted = (await readLeading(db)).slice(0, limit)
  const found = new Map(
    (await db.category.findMany({ where: { slug: { in: wanted } } })).map((row) => [row.slug, row] as const),
  )
  return wanted.flatMap((slug) => found.get(slug) ?? [])
}

async function findLeading(tx: Transaction): Promise<string[]> {
  const ranked = await tx.category.findMany({
    where: { rank: { not: null }, articleCount: { gt: 0 } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    take: mostLeading,
    select: { slug: true },
  })
  const busiest = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug
    FROM (SELECT "categoryId" FROM published_article ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT 1000) AS newest
    JOIN category ON category.id = newest."categoryId"
    GROUP BY category.id, slug ORDER BY COUNT(*) DESC, category.id LIMIT ${mostLeading}`
  return [...new Set([...ranked, ...busiest].map(({ slug }) => slug))].slice(0, mostLeading)
}

async function readLeading(db: Database | Transaction): Promise<string[]> {
  const row = await db.setting.findUnique({ where: { key } })
  return row ? slugs.parse(row.value) : []
}

import { type Category, categoryPath } from '@/newsroom/category'
import { Refusal } from '@/newsroom/refusal'
import type { Database, Transaction } from './database'

export type RankedCategory = Category & { id: number; rank: number | null }

/** A category by its slug, or null. */
export async function findCategory(db: Database, slug: string): Promise<RankedCategory | null> {
  return db.category.findUnique({ where: { slug } })
}

/** Every category, those with a rank first, then by slug. There are some thousands at most. */
export async function listCategories(db: Database): Promise<RankedCategory[]> {
  return db.category.findMany({ orderBy: [{ rank: { sort: 'asc', nulls: 'last' } }, { slug: 'asc' }] })
}

/** Whether more categories than `some` have something to show. */
export async function hasMoreCategories(db: Database, some: number): Promise<boolean> {
  return (await db.category.count({ where: { articleCount: { gt: 0 } }, take: some + 1 })) > some
}

/**
 * The categories that rank first, at most `limit`: those the desk has ranked, then the busiest of late. Counts the newest thousand
 * articles and no more, whatever the size of the archive.
 */
export async function listLeadingCategories(db: Database, limit: number): Promise<RankedCategory[]> {
  const ranked = await db.category.findMany({
    where: { rank: { not: null }, articleCount: { gt: 0 } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  if (ranked.length >= limit) return ranked
  const busiest = await db.$queryRaw<{ categoryId: number }[]>`
    SELECT "categoryId", COUNT(*) AS busy
    FROM (SELECT "categoryId" FROM published_article ORDER BY "publishedAt" DESC, "articleId" DESC LIMIT 1000) AS newest
    GROUP BY "categoryId" ORDER BY busy DESC, "categoryId" LIMIT ${limit}`
  const known = new Set(ranked.map(({ id }) => id))
  const ids = busiest.map(({ categoryId }) => Number(categoryId)).filter((id) => !known.has(id))
  return [...ranked, ...inOrder(await db.category.findMany({ where: { id: { in: ids } } }), ids)].slice(0, limit)
}

/** Makes a category and its page's address. Throws a Refusal when the slug is taken. */
export async function createCategory(db: Database, category: { slug: string; name: string; at: Date }): Promise<void> {
  await db.$transaction(async (tx) => {
    if (await tx.category.findUnique({ where: { slug: category.slug }, select: { id: true } }))
      throw new Refusal('category-slug-taken', { slug: category.slug })
    await addCategory(tx, category)
  })
}

/** Changes what a category says of itself; its slug is part of addresses and stays. */
export async function saveCategory(
  db: Database,
  slug: string,
  data: { name: string; description: string; rank: number | null },
): Promise<void> {
  await db.category.update({ where: { slug }, data })
}

/** Adds a category with the addresses it answers at: its page, and the old site's other form, which leads there. */
export async function addCategory(
  tx: Transaction,
  { slug, name, at, ...more }: { slug: string; name: string; at: Date; description?: string; rank?: number | null },
): Promise<number> {
  const { id } = await tx.category.create({ data: { slug, name, ...more } })
  const wanted = [
    { path: categoryPath(slug), state: 'current' },
    { path: `/${slug}/`, state: 'moved' },
  ]
  const taken = new Set(
    (
      await tx.address.findMany({ where: { path: { in: wanted.map(({ path }) => path) } }, select: { path: true } })
    ).map(({ path }) => path),
  )
  await tx.address.createMany({
    data: wanted.filter(({ path }) => !taken.has(path)).map((address) => ({ ...address, categoryId: id, since: at })),
  })
  return id
}

function inOrder<Row extends { id: number }>(rows: Row[], ids: number[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

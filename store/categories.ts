import { type Category, categoryPath } from '@/newsroom/category'
import { Refusal } from '@/newsroom/refusal'
import { appendChange } from './changes'
import type { Database, Transaction } from './database'
import { rankCategories } from './leading'
import { writeNameKeys } from './name-keys'

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

/** Makes a category and its page's address. Throws a Refusal when the slug is taken. */
export async function createCategory(db: Database, category: { slug: string; name: string; at: Date }): Promise<void> {
  await db.$transaction(async (tx) => {
    if (await tx.category.findUnique({ where: { slug: category.slug }, select: { id: true } }))
      throw new Refusal('category-slug-taken', { slug: category.slug })
    await addCategory(tx, category)
    const effect = { categories: [category.slug], addresses: categoryAddresses(category.slug) }
    await appendChange(tx, effect, { act: 'category', at: category.at })
  })
}

/** Changes what a category says of itself; its slug is part of addresses and stays. */
export async function saveCategory(
  db: Database,
  slug: string,
  { at, ...data }: { name: string; description: string; rank: number | null; at: Date },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id } = await tx.category.update({ where: { slug }, data })
    await writeNameKeys(tx, [{ field: 'category', number: id }])
    await rankCategories(tx, at)
    // Its name stands on the page of every article in it.
    await appendChange(tx, { categories: [slug], site: true }, { act: 'category', at })
  })
}

/** Adds a category with the addresses it answers at: its page, and the old site's other form, which leads there. */
export async function addCategory(
  tx: Transaction,
  { slug, name, at, ...more }: { slug: string; name: string; at: Date; description?: string; rank?: number | null },
): Promise<number> {
  const { id } = await tx.category.create({ data: { slug, name, ...more } })
  const [page, otherForm] = categoryAddresses(slug)
  const wanted = [
    { path: page, state: 'current' },
    { path: otherForm, state: 'moved' },
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

/** Its page, and the old site's other form of it. */
export function categoryAddresses(slug: string): [string, string] {
  return [categoryPath(slug), `/${slug}/`]
}

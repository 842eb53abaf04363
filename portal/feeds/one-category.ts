import { env } from '@/env'
import { categoryPath } from '@/newsroom/category'
import { findCategory } from '@/store/categories'
import { database } from '@/store/database'
import { listPublished } from '@/store/published'
import { listWithdrawn } from '@/store/withdrawn'
import { dependOn } from '../page-context'
import type { FeedList } from './answer-feed'

/** A category; null where there is none of that slug. */
export async function oneCategory(slug: string): Promise<FeedList | null> {
  dependOn(`category:${slug}`)
  const category = await findCategory(await database(env.databaseUrl), slug)
  if (!category) return null
  const { id: categoryId, name, description } = category
  return {
    idPath: categoryPath(slug),
    name,
    description: description || null,
    homePath: categoryPath(slug),
    depends: { newest: [`category:${slug}`], older: [`category-past:${slug}`] },
    listPublished: (db, page) => listPublished(db, { categoryId }, page),
    listWithdrawn: (db, limit) => listWithdrawn(db, { categoryId }, limit),
  }
}

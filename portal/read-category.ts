import { env } from '@/env'
import { type Category, olderCategoryPath } from '@/newsroom/category'
import type { PublishedArticle } from '@/newsroom/published-article'
import { findCategory, listCategories } from '@/store/categories'
import { database } from '@/store/database'
import { findCursor, listPublished } from '@/store/published'
import { oneOfTwins } from '@/newsroom/related/one-of-twins'
import { dependOn } from './page-context'
import { readTwinCounts } from './read-related'

export type CategoryPage = {
  category: Category
  articles: PublishedArticle[]
  /** The same and those that say what one of them says: none of these is news to who has the page open. */
  newest: PublishedArticle[]
  olderPath: string | null
}

const pageLength = 30

/** A page of a category, newest first: the first, or the one that starts after an article. Null when there is no such page. */
export async function readCategory(slug: string, after: number | null): Promise<CategoryPage | null> {
  if (after === null) dependOn(`category:${slug}`)
  else dependOn(`category-past:${slug}`, `article:${after}`)
  const db = await database(env.databaseUrl)
  const category = await findCategory(db, slug)
  const cursor = after === null ? null : await findCursor(db, after)
  if (!category || (after !== null && !cursor)) return null
  const found = await listPublished(db, { categoryId: category.id }, { after: cursor, limit: pageLength + 1 })
  const articles = found.slice(0, pageLength)
  const last = articles.at(-1)
  const twins = await readTwinCounts(articles.map(({ id }) => id))
  return {
    category,
    articles: oneOfTwins(articles, twins),
    newest: articles,
    olderPath: found.length > pageLength && last ? olderCategoryPath(slug, last.id) : null,
  }
}

/** Every category that has something to show. */
export async function readCategories(): Promise<Category[]> {
  dependOn('categories')
  const db = await database(env.databaseUrl)
  return (await listCategories(db)).filter(({ articleCount }) => articleCount > 0)
}

/** The one shelf an article stands on. */
export type Category = CategoryName & {
  description: string
  /** How many of its articles readers can see. */
  articleCount: number
}

export type CategoryName = { slug: string; name: string }

/** Where readers find a category. */
export function categoryPath(slug: string): string {
  return `/category/${slug}.html`
}

/** The page of a category that starts after an article; its meaning never changes while news arrives. */
export function olderCategoryPath(slug: string, afterArticleId: number): string {
  return `${categoryPath(slug)}?after=${afterArticleId}`
}

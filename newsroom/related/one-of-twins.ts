import type { PublishedArticle } from '../published-article'

/**
 * A list in which what is said twice stands once: the first of those that say the same stays, with the number of the others, wherever these are.
 */
export function oneOfTwins(
  articles: PublishedArticle[],
  twins: Map<number, { twinsId: number; others: number }>,
): PublishedArticle[] {
  const shown = new Set<number>()
  return articles.flatMap((article) => {
    const known = twins.get(article.id)
    if (!known) return [article]
    if (shown.has(known.twinsId)) return []
    shown.add(known.twinsId)
    return [{ ...article, others: known.others }]
  })
}

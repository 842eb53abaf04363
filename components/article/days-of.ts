import { dayOf, dayPath } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'

export type DayOfArticles = { path: string; at: Date; articles: PublishedArticle[] }

/** A list, newest first, cut where the day changes in the zone. */
export function daysOf(articles: PublishedArticle[], zone: string): DayOfArticles[] {
  const days: DayOfArticles[] = []
  for (const article of articles) {
    const path = dayPath(dayOf(article.publishedAt, zone))
    const last = days.at(-1)
    if (last?.path === path) last.articles.push(article)
    else days.push({ path, at: article.publishedAt, articles: [article] })
  }
  return days
}

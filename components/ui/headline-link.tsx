import { inClauses } from './in-clauses'
import type { ArticleLine } from '@/newsroom/published-article'

/** A headline that leads to its article; `most` is how many characters stand on one of its lines. */
export function HeadlineLink({ article, most }: { article: Pick<ArticleLine, 'path' | 'headline'>; most: number }) {
  return <a href={article.path} {...inClauses(article.headline, most)} />
}

import { Clauses } from './clauses'
import type { PublishedArticle } from '@/newsroom/published-article'

/** A headline that leads to its article; `most` is how many characters stand on one of its lines. */
export function HeadlineLink({ article, most }: { article: PublishedArticle; most: number }) {
  return (
    <a href={article.path}>
      <Clauses text={article.headline} most={most} />
    </a>
  )
}

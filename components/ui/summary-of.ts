import type { PublishedArticle } from '@/newsroom/published-article'

/** What a list says below a headline, and nothing when it would only say the headline again. */
export function summaryOf(article: PublishedArticle): string | null {
  const summary = (article.standfirst ?? article.summary).trim()
  const headline = article.headline.replaceAll(/\s/gu, '').slice(0, 12)
  return summary === '' || summary.replaceAll(/\s/gu, '').startsWith(headline) ? null : summary
}

/** Whose report it is, in one short line: the printed byline, or else the medium. */
export function creditOf(article: PublishedArticle): string | null {
  return article.byline ?? article.source?.name ?? null
}

import { env } from '@/env'
import type { ArticleLists } from '@/newsroom/article-lists'
import { authorsOf } from '@/newsroom/byline'
import { listAddress, listPath } from '@/newsroom/list-address'
import type { ArticleLine, PublishedArticle } from '@/newsroom/published-article'
import { type Database, database } from '@/store/database'
import { findCalled } from '@/store/named-lists'

/** The lists that an article stands in by name, and other reports with their tags as they are called now. One statement: nearly every reader asks. */
export async function readArticleLists(
  { source, tags, byline }: PublishedArticle,
  reports: ArticleLine[],
): Promise<{ lists: ArticleLists; reports: ArticleLine[] }> {
  const db = await database(env.databaseUrl)
  const authors = authorsOf(byline)
  const called = await findCalled(db, {
    tag: [...tags, ...reports.flatMap((report) => report.tags)],
    author: authors,
    source: source?.name ? [source.name] : [],
  })
  const sourceNow = called.source.get(source?.name ?? '')
  const tagsNow = new Map(
    tags.flatMap((tag) => {
      const now = called.tag.get(tag)
      return now ? [[now.id, now] as const] : []
    }),
  )
  const lists = {
    source: sourceNow ? listAddress(listPath('source', sourceNow)) : null,
    tags: [...tagsNow.values()].map((now) => ({ name: now.name, address: listAddress(listPath('tag', now)) })),
    authors: new Map(
      authors.flatMap((name) => {
        const now = called.author.get(name)
        return now ? [[name, listAddress(listPath('author', now))] as const] : []
      }),
    ),
  }
  return { lists, reports: reports.map((report) => tagsCalled(report, called.tag)) }
}

/** Articles with their tags as they are called now, each once. */
export async function withTagsOfNow<Article extends { tags: string[] }>(
  db: Database,
  articles: Article[],
): Promise<Article[]> {
  const { tag } = await findCalled(db, { tag: articles.flatMap(({ tags }) => tags) })
  return articles.map((article) => tagsCalled(article, tag))
}

function tagsCalled<Article extends { tags: string[] }>(article: Article, now: Map<string, { name: string }>): Article {
  return { ...article, tags: [...new Set(article.tags.map((said) => now.get(said)?.name ?? said))] }
}

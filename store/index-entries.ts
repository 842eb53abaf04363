import type { Field } from '@/newsroom/search/fields'
import { textOfHtml } from '@/newsroom/text-of-html'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'

/** What the index knows of an article, all of it from what readers see. */
export type IndexEntry = {
  id: number
  publishedAt: Date
  /** The headline, the standfirst unless the text says it again, and the text. */
  parts: string[]
  /** What it is filed under, by the numbers of the store. */
  under: Filed[]
}

export type Filed = { field: Field; number: number }

/** What is to be found of published articles, by their numbers. */
export async function readIndexEntries(tx: Database | Transaction, ids: number[]): Promise<IndexEntry[]> {
  if (ids.length === 0) return []
  const among = Prisma.join(ids)
  const articles = await tx.$queryRaw<
    {
      articleId: number
      publishedAt: Date
      headline: string
      standfirst: string | null
      categoryId: number
      sourceId: number | null
      html: string
      repeatsStandfirst: boolean
    }[]
  >`SELECT a."articleId", a."publishedAt", a."headline", a."standfirst", a."categoryId", a."sourceId", t."html", t."repeatsStandfirst"
    FROM published_article a
    JOIN published_text t ON t."articleId" = a."articleId"
    WHERE a."articleId" IN (${among})`
  const links = await tx.$queryRaw<{ field: Field; articleId: number; number: number }[]>`
    SELECT 'tag' AS "field", "articleId", "tagId" AS "number" FROM published_tag WHERE "articleId" IN (${among})
    UNION ALL SELECT 'author', "articleId", "authorId" FROM published_author WHERE "articleId" IN (${among})
    UNION ALL SELECT 'security', "articleId", "securityId" FROM published_security WHERE "articleId" IN (${among})`
  const under = new Map<number, Filed[]>(articles.map(({ articleId }) => [articleId, []]))
  for (const { field, articleId, number } of links)
    under.get(Number(articleId))?.push({ field, number: Number(number) })
  return articles.map(
    ({ articleId, publishedAt, headline, standfirst, categoryId, sourceId, html, repeatsStandfirst }) => ({
      id: articleId,
      publishedAt,
      parts: [headline, ...(standfirst && !repeatsStandfirst ? [standfirst] : []), textOfHtml(html)],
      under: [
        { field: 'category', number: categoryId },
        ...(sourceId === null ? [] : [{ field: 'source' as const, number: sourceId }]),
        ...(under.get(articleId) ?? []),
      ],
    }),
  )
}

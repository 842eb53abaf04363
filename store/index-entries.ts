import type { Field } from '@/newsroom/search/fields'
import { textOfHtml } from '@/newsroom/text-of-html'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'

/** What the index knows of an article, all of it from what readers see. */
export type IndexEntry = {
  id: number
  /** Its place in the order of what is found. */
  at: Date
  /** The headline, the standfirst unless the text says it again, and the text. */
  parts: string[]
  /** What it is filed under, by the numbers of the store. */
  under: Filed[]
}

export type Filed = { field: IndexField; number: number }
/** What is only the desk's to ask for: who began an article, who left a version of it, and marks (`deskMarks`). */
export type IndexField = Field | 'owner' | 'hand' | 'mark'

/** Numbers of marks. They stand in the index: one that is there keeps its number. */
export const deskMarks = { untouched: 1, draft: 2, published: 3, killed: 4, spiked: 5 } as const

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
      isTouched: boolean | number
    }[]
  >`SELECT a."articleId", a."publishedAt", a."headline", a."standfirst", a."categoryId", a."sourceId", t."html", t."repeatsStandfirst",
      EXISTS (SELECT 1 FROM history_entry h WHERE h."articleId" = a."articleId") AS "isTouched"
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
    ({ articleId, publishedAt, headline, standfirst, categoryId, sourceId, html, repeatsStandfirst, isTouched }) => ({
      id: articleId,
      at: publishedAt,
      parts: [headline, ...(standfirst && !repeatsStandfirst ? [standfirst] : []), textOfHtml(html)],
      under: [
        { field: 'category', number: categoryId },
        ...(sourceId === null ? [] : [{ field: 'source' as const, number: sourceId }]),
        ...(under.get(articleId) ?? []),
        // As outside copy brought it: the desk finds it here, since it has no version of its own.
        ...(isTouched ? [] : [{ field: 'mark' as const, number: deskMarks.untouched }]),
      ],
    }),
  )
}

import { findMatches, unindexArticles } from './article-index'
import type { Database } from './database'
import { everything, type Match, secondOf } from './search-ask'

const atOnce = 1000

/** What the index finds and readers do not see, or see at another time. */
export async function* listStrangers(db: Database): AsyncGenerator<Match> {
  for (let after: Match | null = null; ; ) {
    const indexed: Match[] = await findMatches(db, everything, { after, limit: atOnce })
    const rows = await db.publishedArticle.findMany({
      where: { articleId: { in: indexed.map(({ id }) => id) } },
      select: { articleId: true, publishedAt: true },
    })
    const seen = new Map(rows.map(({ articleId, publishedAt }) => [articleId, secondOf(publishedAt)]))
    for (const match of indexed) if (seen.get(match.id) !== match.second) yield match
    after = indexed.at(-1) ?? null
    if (indexed.length < atOnce) return
  }
}

/** Takes out of the index what readers do not see, and resolves to how many that were. */
export async function dropStrangers(db: Database): Promise<number> {
  let count = 0
  for await (const { id } of listStrangers(db)) {
    await db.$transaction((tx) => unindexArticles(tx, [id]))
    count++
  }
  return count
}

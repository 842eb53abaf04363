import { securitiesOf } from '@/newsroom/securities-of'
import { securityKey } from '@/newsroom/security'
import { appendChange } from './changes'
import type { Database } from './database'
import { readUnread } from './read-unread'
import { writeSecurities } from './securities'

/** The migration that made the tables left this where something had been published before. */
const key = 'securities-unread'

/** Reads the marks of some articles that were published before anybody recorded them, as `readUnread` does. */
export function readOldMarks(db: Database, { take, at }: { take: number; at: Date }): Promise<number | null> {
  return readUnread(db, { key, take, at }, async (tx, articles) => {
    const rows = await tx.publishedArticle.findMany({
      // One that was published again since has been read then.
      where: { articleId: { in: articles.map(({ id }) => id) }, marked: { none: {} } },
      orderBy: { articleId: 'desc' },
      select: {
        articleId: true,
        publishedAt: true,
        text: { select: { html: true } },
        article: { select: { originKey: true } },
      },
    })
    const marks = rows.map(({ articleId, publishedAt, text, article }) => ({
      articleId,
      publishedAt,
      securities: securitiesOf(text?.html ?? ''),
      isOutside: article.originKey !== null,
    }))
    await writeSecurities(tx, marks)
    await appendChange(
      tx,
      { securities: marks.flatMap(({ securities }) => securities.map(securityKey)) },
      { act: 'import', at },
    )
  })
}

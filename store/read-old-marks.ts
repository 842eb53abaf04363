import { z } from 'zod'
import { securitiesOf } from '@/newsroom/securities-of'
import { securityKey } from '@/newsroom/security'
import { appendChange } from './changes'
import type { Database } from './database'
import { writeSecurities } from './securities'

/** The migration that made the tables left this where something had been published before. */
const key = 'securities-unread'
const unread = z.object({ through: z.number() })

/**
 * Reads the marks of some articles that were published before anybody recorded them, newest first, and tells whether more are left. Several
 * processes may do so at once, and one that ends in the middle is gone on from.
 */
export async function readOldMarks(db: Database, { take, at }: { take: number; at: Date }): Promise<boolean> {
  // Asked before a transaction begins: nearly always nothing is left, and nobody need wait.
  if (!(await db.setting.findUnique({ where: { key }, select: { key: true } }))) return false
  return db.$transaction(async (tx) => {
    const left = await tx.setting.findUnique({ where: { key } })
    if (!left) return false
    const rows = await tx.publishedArticle.findMany({
      where: { articleId: { lte: unread.parse(left.value).through } },
      orderBy: { articleId: 'desc' },
      take,
      select: {
        articleId: true,
        publishedAt: true,
        text: { select: { html: true } },
        article: { select: { originKey: true } },
        marked: { select: { securityId: true }, take: 1 },
      },
    })
    // One that was published again since has been read then.
    const marks = rows
      .filter(({ marked }) => marked.length === 0)
      .map(({ articleId, publishedAt, text, article }) => ({
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
    const last = rows.at(-1)
    if (!last || rows.length < take) {
      await tx.setting.delete({ where: { key } })
      return false
    }
    await tx.setting.update({ where: { key }, data: { value: { through: last.articleId - 1 }, updatedAt: at } })
    return true
  })
}

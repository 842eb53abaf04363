import { Refusal } from '@/newsroom/refusal'
import type { Database, Transaction } from './database'

/** What stands at a path that was public once. */
export type Found =
  | { is: 'article'; id: number }
  | { is: 'category'; slug: string }
  | { is: 'file'; id: number }
  | { is: 'moved'; to: string; articleId: number | null }
  | { is: 'gone'; id: number; headline: string; publishedAt: Date; killedAt: Date; reason: string }

/** Looks a path up in the one ledger of addresses; null for a path that was never public. A moved one leads straight to the end. */
export async function findAddress(db: Database, path: string): Promise<Found | null> {
  const row = await db.address.findUnique({
    where: { path },
    include: {
      article: {
        select: {
          headline: true,
          killedHeadline: true,
          publishedAt: true,
          killedAt: true,
          killReason: true,
          updatedAt: true,
          published: { select: { path: true } },
        },
      },
      category: { select: { slug: true, addresses: { where: { state: 'current' }, select: { path: true } } } },
    },
  })
  if (!row) return null
  if (row.article && row.articleId !== null) {
    const { article } = row
    if (row.state === 'gone')
      return {
        is: 'gone',
        id: row.articleId,
        headline: article.killedHeadline ?? article.headline,
        publishedAt: article.publishedAt ?? row.since,
        killedAt: article.killedAt ?? article.updatedAt,
        reason: article.killReason ?? '',
      }
    if (row.state === 'current') return { is: 'article', id: row.articleId }
    return article.published ? { is: 'moved', to: article.published.path, articleId: row.articleId } : null
  }
  if (row.category) {
    const current = row.category.addresses[0]?.path
    return row.state === 'moved' && current
      ? { is: 'moved', to: current, articleId: null }
      : { is: 'category', slug: row.category.slug }
  }
  return row.originalId === null ? null : { is: 'file', id: row.originalId }
}

/** Throws a Refusal for a path that was ever public: no address is given out twice. */
export async function refuseTakenAddress(db: Database | Transaction, path: string): Promise<void> {
  if (await db.address.findUnique({ where: { path }, select: { path: true } }))
    throw new Refusal('address-taken', { path })
}

import { z } from 'zod'
import { type Status, statuses } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { usedPictures } from '@/newsroom/pictures-in'
import type { Database, Transaction } from './database'
import { insertRows } from './insert-rows'

type Shows = Pick<Copy, 'picture' | 'body' | 'bodyFormat'>
/** Whom copy is shown to: the desk, which has the newest text, or readers, who have what was published. */
export type Audience = 'desk' | 'readers'

/**
 * Writes down which pictures articles show to somebody, in place of what was known: in the transaction of every save, publish and import. Copy
 * of null shows nothing any more.
 */
export async function saveUses(
  tx: Transaction,
  shownTo: Audience,
  shown: { articleId: number; copy: Shows | null; isNew?: boolean }[],
): Promise<void> {
  const known = shown.filter(({ isNew }) => !isNew).map(({ articleId }) => articleId)
  if (known.length > 0) await tx.pictureUse.deleteMany({ where: { articleId: { in: known }, shownTo } })
  const rows = shown.flatMap(({ articleId, copy }) =>
    (copy === null ? [] : usedPictures(copy)).map((hash) => ({ hash, articleId, shownTo })),
  )
  await insertRows(tx, 'picture_use', rows)
}

/** What the desk's copy uses: an article that is over can neither be changed nor shown, and holds nothing. */
export function deskCopy({ status, copy }: { status: Status; copy: Copy }): Copy | null {
  return status === 'killed' || status === 'spiked' ? null : copy
}

export type PictureUser = {
  articleId: number
  headline: string
  status: Status
  createdBy: { id: number; name: string } | null
  /** What readers see it under now; null where they do not see it. */
  published: { headline: string; path: string } | null
}

/** The articles that show a picture, newest change first, a hundred at most. */
export async function listUsers(db: Database, hash: string): Promise<PictureUser[]> {
  const rows = await db.article.findMany({
    where: { pictures: { some: { hash } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      headline: true,
      status: true,
      createdBy: { select: { id: true, name: true } },
      pictures: { where: { hash, shownTo: 'readers' }, select: { hash: true } },
      published: { select: { headline: true, path: true } },
    },
  })
  return rows.map(({ id, pictures, published, status, ...row }) => ({
    ...row,
    articleId: id,
    status: z.enum(statuses).parse(status),
    published: pictures.length > 0 ? published : null,
  }))
}

/** How many articles show a picture. */
export async function countUsers(tx: Database | Transaction, hash: string): Promise<number> {
  return tx.article.count({ where: { pictures: { some: { hash } } } })
}

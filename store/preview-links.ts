import type { Database } from './database'

export type PreviewLink = { tokenHash: string; by: string; createdAt: Date; expiresAt: Date }

/** Keeps a link to an unpublished article, by the hash of its secret. */
export async function createPreviewLink(
  db: Database,
  link: { tokenHash: string; articleId: number; createdById: number; at: Date; expiresAt: Date },
): Promise<void> {
  const { at, ...rest } = link
  await db.previewLink.create({ data: { ...rest, createdAt: at } })
}

/** The article that a link shows at `at`, or null: unknown, run out, taken back, or made by somebody who has left. */
export async function findPreviewed(db: Database, tokenHash: string, at: Date): Promise<number | null> {
  const row = await db.previewLink.findUnique({ where: { tokenHash, ...openAt(at) }, select: { articleId: true } })
  return row?.articleId ?? null
}

/** The links to an article that still open at `at`, newest first. */
export async function listPreviewLinks(db: Database, articleId: number, at: Date): Promise<PreviewLink[]> {
  const rows = await db.previewLink.findMany({
    where: { articleId, ...openAt(at) },
    orderBy: { createdAt: 'desc' },
    take: 50,
    include: { createdBy: { select: { name: true } } },
  })
  return rows.map(({ tokenHash, createdAt, expiresAt, createdBy }) => ({
    tokenHash,
    createdAt,
    expiresAt,
    by: createdBy.name,
  }))
}

/** Takes a link back, from the next request on. */
export async function revokePreviewLink(
  db: Database,
  { articleId, tokenHash, at }: { articleId: number; tokenHash: string; at: Date },
): Promise<void> {
  await db.previewLink.updateMany({ where: { articleId, tokenHash, revokedAt: null }, data: { revokedAt: at } })
}

function openAt(at: Date) {
  return { revokedAt: null, expiresAt: { gt: at }, createdBy: { disabledAt: null } }
}

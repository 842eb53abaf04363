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

const mostListed = 50

/**
 * The links to an article that still open at `at`, newest first, fifty at most, and how many there are besides; `createdById` leaves only those
 * of one person.
 */
export async function listPreviewLinks(
  db: Database,
  { articleId, at, createdById }: { articleId: number; at: Date; createdById?: number },
): Promise<{ links: PreviewLink[]; besides: number }> {
  const where = { articleId, createdById, ...openAt(at) }
  const rows = await db.previewLink.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { tokenHash: 'asc' }],
    take: mostListed,
    include: { createdBy: { select: { name: true } } },
  })
  const links = rows.map(({ tokenHash, createdAt, expiresAt, createdBy }) => ({
    tokenHash,
    createdAt,
    expiresAt,
    by: createdBy.name,
  }))
  return { links, besides: rows.length < mostListed ? 0 : (await db.previewLink.count({ where })) - rows.length }
}

/** Who made a link to an article, or null for one that never was; whether it still opens does not matter. */
export async function findPreviewMaker(
  db: Database,
  { articleId, tokenHash }: { articleId: number; tokenHash: string },
): Promise<number | null> {
  const row = await db.previewLink.findFirst({ where: { articleId, tokenHash }, select: { createdById: true } })
  return row?.createdById ?? null
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

import type { Copy } from '@/newsroom/copy'
import type { SetAside } from '@/newsroom/history-days'
import type { Database } from './database'
import { packCopy, unpackCopy } from './packed-copy'

/** Keeps copy that could not be saved because somebody else was first; what is typed on in the same conflict takes its place. */
export async function setAside(
  db: Database,
  {
    key,
    articleId,
    seenVersion,
    by,
    at,
    copy,
  }: { key: string; articleId: number; seenVersion: number; by: { id: number }; at: Date; copy: Copy },
): Promise<void> {
  const { bytes } = packCopy(copy)
  const known = await db.aside.findUnique({ where: { key }, select: { articleId: true, byId: true } })
  // A name that is somebody else's writes over nothing.
  if (known && (known.articleId !== articleId || known.byId !== by.id)) return
  await db.aside.upsert({
    where: { key },
    create: { key, articleId, seenVersion, byId: by.id, at, copy: bytes },
    update: { at, copy: bytes },
  })
}

/** What was set aside of an article, newest first, a hundred at most. */
export async function listAsides(db: Database, articleId: number): Promise<SetAside[]> {
  return db.aside.findMany({
    where: { articleId },
    orderBy: { at: 'desc' },
    take: 100,
    select: shown,
  })
}

/** Copy that was set aside of an article, or null. */
export async function findAside(
  db: Database,
  articleId: number,
  key: string,
): Promise<(SetAside & { copy: Copy }) | null> {
  const row = await db.aside.findFirst({ where: { articleId, key }, select: { ...shown, copy: true } })
  return row && { ...row, copy: unpackCopy(row.copy).copy }
}

const shown = { key: true, seenVersion: true, at: true, by: { select: { id: true, name: true } } } as const

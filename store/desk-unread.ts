import { z } from 'zod'
import { deskBody } from '@/newsroom/desk-text'
import type { Database, Transaction } from './database'
import { dropVersions, type Left, writeVersion } from './desk-index'
import { unpackCopy } from './packed-copy'
import { toArticle, wholeArticle } from './rows'
import { saveSetting } from './save-setting'

/** Through which article, by its number, the desk's index has still to be written anew; the migration that made it left this too. */
const key = 'desk-search-unread'
const unread = z.object({ through: z.number() })

/** Has the desk's whole index written anew, by whoever calls `indexDeskUnread`. Until then the desk goes on finding by the old one. */
export async function forgetDeskIndex(db: Database, at: Date): Promise<void> {
  const last = await db.article.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  if (!last) return
  await saveSetting(db, key, { value: { through: last.id }, at })
}

/**
 * Indexes some articles that the desk's index has still to be told of, newest first, and resolves to their number; null when none is left. As
 * with readers' articles, several processes may do so at once, and one that ends in the middle is gone on from.
 */
export async function indexDeskUnread(db: Database, { take, at }: { take: number; at: Date }): Promise<number | null> {
  if (!(await db.setting.findUnique({ where: { key }, select: { key: true } }))) return null
  return db.$transaction(async (tx) => {
    const left = await tx.setting.findUnique({ where: { key } })
    if (!left) return null
    const ids = await listTheDesks(tx, { through: unread.parse(left.value).through, take })
    for (const id of ids) await indexArticle(tx, id)
    const last = ids.at(-1)
    if (last === undefined || ids.length < take) await tx.setting.delete({ where: { key } })
    else await tx.setting.update({ where: { key }, data: { value: { through: last - 1 }, updatedAt: at } })
    return ids.length
  })
}

/** Articles that the desk has touched, or that readers do not see: all others are found as readers have them. By number, downwards. */
export async function listTheDesks(
  db: Database | Transaction,
  { through, take }: { through: number; take: number },
): Promise<number[]> {
  const rows = await db.article.findMany({
    where: { id: { lte: through }, OR: [{ history: { some: {} } }, { status: { not: 'published' } }] },
    orderBy: { id: 'desc' },
    take,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function indexArticle(tx: Transaction, id: number): Promise<void> {
  const versions = await listVersionsToFind(tx, id)
  const wanted = new Set(versions.map(({ version }) => version))
  const known = await tx.deskVersion.findMany({ where: { articleId: id }, select: { id: true, version: true } })
  await dropVersions(
    tx,
    known.filter(({ version }) => !wanted.has(version)).map((one) => one.id),
  )
  const rows = new Map(known.map((row) => [row.version, row.id]))
  for (const left of versions) await writeVersion(tx, left, deskBody(left.copy), rows.get(left.version) ?? null)
}

/** What the desk is to find of an article: every version that somebody saved and whose text is known, and the newest. */
export async function listVersionsToFind(db: Database | Transaction, id: number): Promise<Left[]> {
  const row = await db.article.findUnique({ where: { id }, include: wholeArticle })
  if (!row) return []
  const article = toArticle(row)
  const entries = await db.historyEntry.findMany({
    where: { articleId: id, version: { not: article.version }, hash: { not: null } },
    orderBy: { number: 'asc' },
    select: { version: true, copy: true, at: true, by: { select: { id: true, name: true } } },
  })
  const older = new Map<number, Left>()
  for (const { version, copy, at, by } of entries) {
    const text = copy ? unpackCopy(copy).copy : older.get(version)?.copy
    if (text) older.set(version, { ...article, version, copy: text, autosaved: false, updatedAt: at, updatedBy: by })
  }
  return [...older.values(), article]
}

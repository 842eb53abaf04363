import { z } from 'zod'
import type { Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { chainHash, type HistoryAct, type HistoryEntry, historyActs, isEditorial } from '@/newsroom/history'
import type { Database, Transaction } from './database'
import { type PackedCopy, packCopy, unpackCopy } from './packed-copy'
import { isRowNumber, toRowNumber } from './row-number'

export type Appended = {
  act: HistoryAct
  why?: string | null
  /** The browser's name for the save. */
  key?: string | null
}

/**
 * Writes an act into the history of an article, in the transaction of the act. `before` is how the article stood: where nothing is known
 * of it yet, as with imported copy, that is written down first.
 */
export async function appendHistory(
  tx: Transaction,
  { before, after }: { before: Article | null; after: Article },
  { act, why = null, key = null }: Appended,
): Promise<void> {
  const newest =
    (await findNewest(tx, after.id)) ??
    (before && (await append(tx, { article: before, number: 1, previous: '', hasCopy: false }, { act: 'found' })))
  const previous = newest ? await lastHash(tx, after.id) : ''
  const hasCopy = newest !== null && (await hasEditorialCopy(tx, after))
  await append(tx, { article: after, number: (newest?.number ?? 0) + 1, previous, hasCopy }, { act, why, key })
}

type Place = { article: Article; number: number; previous: string; hasCopy: boolean }

async function append(tx: Transaction, place: Place, { act, why = null, key = null }: Appended) {
  const { article, number, previous, hasCopy } = place
  const { bytes, hash: copyHash }: PackedCopy = packCopy(article.copy)
  const entry = {
    articleId: article.id,
    number,
    version: article.version,
    act,
    byId: article.updatedBy?.id ?? null,
    at: article.updatedAt,
    why,
    key,
    copyHash,
  }
  await tx.historyEntry.create({
    data: {
      ...entry,
      copy: hasCopy ? null : bytes,
      hash: isEditorial(entry) ? chainHash(previous, entry) : null,
    },
  })
  return { number }
}

async function findNewest(tx: Transaction, articleId: number): Promise<{ number: number } | null> {
  return tx.historyEntry.findFirst({ where: { articleId }, orderBy: { number: 'desc' }, select: { number: true } })
}

async function lastHash(tx: Transaction, articleId: number): Promise<string> {
  const row = await tx.historyEntry.findFirst({
    where: { articleId, hash: { not: null } },
    orderBy: { number: 'desc' },
    select: { hash: true },
  })
  return row?.hash ?? ''
}

/** An autosave's copy does not count: the autosave may be thinned out. */
async function hasEditorialCopy(tx: Transaction, { id, version }: Article): Promise<boolean> {
  const found = await tx.historyEntry.findFirst({
    where: { articleId: id, version, hash: { not: null }, copy: { not: null } },
    select: { number: true },
  })
  return found !== null
}

/** The article and version that a save of this name made, or null: its answer may have been lost on the way. */
export async function findSaved(db: Database, key: string): Promise<{ articleId: number; version: number } | null> {
  return db.historyEntry.findUnique({ where: { key }, select: { articleId: true, version: true } })
}

/** The copy of a version, or null where nobody knows it any more. */
export async function findVersion(
  db: Database | Transaction,
  articleId: number,
  version: number,
): Promise<Copy | null> {
  if (!isRowNumber(articleId) || !isRowNumber(version)) return null
  const row = await db.historyEntry.findFirst({
    where: { articleId, version, copy: { not: null } },
    select: { copy: true },
  })
  return row?.copy ? unpackCopy(row.copy).copy : null
}

/** The newest version before another that is still known, or null. */
export async function findEarlierVersion(db: Database, articleId: number, version: number): Promise<number | null> {
  const row = await db.historyEntry.findFirst({
    where: { articleId, version: { lt: toRowNumber(version) } },
    orderBy: { version: 'desc' },
    select: { version: true },
  })
  return row?.version ?? null
}

export const act = z.enum(historyActs)

/** The acts on an article, newest first: a page of those before `before`, and the one that the page after it begins with, or null. */
export async function listHistory(
  db: Database,
  articleId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<{ entries: HistoryEntry[]; next: HistoryEntry | null }> {
  const rows = await db.historyEntry.findMany({
    where: { articleId, ...(before !== null && { number: { lt: toRowNumber(before) } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    select: {
      number: true,
      version: true,
      act: true,
      at: true,
      why: true,
      by: { select: { id: true, name: true } },
    },
  })
  const entries = rows.map((row) => ({ ...row, act: act.parse(row.act) }))
  return { entries: entries.slice(0, limit), next: entries[limit] ?? null }
}

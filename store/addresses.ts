import { z } from 'zod'
import type { AddressState } from '@/newsroom/address'
import type { LedgerEntry } from '@/newsroom/promised-answer'
import { Refusal } from '@/newsroom/refusal'
import type { Database, Transaction } from './database'
import type { Prisma } from './generated/sqlite/client'

/** What stands at a path that was public once. */
export type Found =
  | { is: 'article'; id: number }
  | { is: 'category'; slug: string }
  | { is: 'file'; id: number }
  | { is: 'moved'; to: string; articleId: number | null }
  | { is: 'gone'; id: number; headline: string; publishedAt: Date; killedAt: Date; reason: string }

/** Looks a path up in the one ledger of addresses; null for a path that was never public. A moved one leads straight to the end. */
export async function findAddress(db: Database, path: string): Promise<Found | null> {
  const row = await db.address.findUnique({ where: { path } })
  if (!row) return null
  const { state, articleId, categoryId, originalId, since } = row
  if (articleId !== null) {
    // What nearly every reader asks for costs one seek.
    if (state === 'current') return { is: 'article', id: articleId }
    return state === 'gone' ? findGone(db, articleId, since) : findMoved(db, articleId)
  }
  if (categoryId !== null) return findCategoryAt(db, categoryId, state)
  return originalId === null ? null : { is: 'file', id: originalId }
}

async function findGone(db: Database, id: number, since: Date): Promise<Found | null> {
  const article = await db.article.findUnique({
    where: { id },
    select: {
      headline: true,
      killedHeadline: true,
      publishedAt: true,
      killedAt: true,
      killReason: true,
      updatedAt: true,
    },
  })
  return (
    article && {
      is: 'gone',
      id,
      headline: article.killedHeadline ?? article.headline,
      publishedAt: article.publishedAt ?? since,
      killedAt: article.killedAt ?? article.updatedAt,
      reason: article.killReason ?? '',
    }
  )
}

async function findMoved(db: Database, articleId: number): Promise<Found | null> {
  const published = await db.publishedArticle.findUnique({ where: { articleId }, select: { path: true } })
  return published && { is: 'moved', to: published.path, articleId }
}

async function findCategoryAt(db: Database, id: number, state: string): Promise<Found | null> {
  const category = await db.category.findUnique({
    where: { id },
    select: { slug: true, addresses: { where: { state: 'current' }, select: { path: true } } },
  })
  const current = category?.addresses[0]?.path
  if (state === 'moved' && current) return { is: 'moved', to: current, articleId: null }
  return category && { is: 'category', slug: category.slug }
}

/**
 * Makes a path the current address of an article; the one it had leads there from now on. One of its own from before becomes current again.
 * Throws a Refusal for a path that was ever anything else's: none is given out twice. Moved rows name the article and no path, so
 * that no chain and no loop can be written.
 */
export async function claimAddress(
  tx: Transaction,
  path: string,
  { articleId, at }: { articleId: number; at: Date },
): Promise<void> {
  const known = await tx.address.findUnique({ where: { path }, select: { articleId: true } })
  if (known && known.articleId !== articleId) throw new Refusal('address-taken', { path })
  const { count } = await tx.address.updateMany({ where: { articleId, state: 'current' }, data: { state: 'moved' } })
  if (known) await tx.address.update({ where: { path }, data: { state: 'current', since: at } })
  // Writers queue on both stores: nobody has taken it since it was looked up.
  else await tx.address.create({ data: { path, state: 'current', articleId, since: at, isFirst: count === 0 } })
}

export type OwnAddress = { path: string; state: AddressState; since: Date }

/** Every address that an article has or had: the current one first, then the latest. */
export async function listAddressesOf(db: Database, articleId: number): Promise<OwnAddress[]> {
  const rows = await db.address.findMany({
    where: { articleId },
    // `current` comes before `gone` and `moved`.
    orderBy: [{ state: 'asc' }, { since: 'desc' }, { path: 'asc' }],
    select: { path: true, state: true, since: true },
  })
  return rows.map((row) => ({ ...row, state: state.parse(row.state) }))
}

/** The ledger in pages, in the order of the paths: what stands after a path, at most `limit`. */
export async function listLedger(
  db: Database,
  { after, limit }: { after: string | null; limit: number },
): Promise<LedgerEntry[]> {
  const rows = await db.address.findMany({
    where: after === null ? {} : { path: { gt: after } },
    orderBy: { path: 'asc' },
    take: limit,
    select: ledgerColumns,
  })
  return rows.map(toEntry)
}

/** One line of the ledger, or null. */
export async function findLedgerEntry(db: Database, path: string): Promise<LedgerEntry | null> {
  const row = await db.address.findUnique({ where: { path }, select: ledgerColumns })
  return row && toEntry(row)
}

/** How many paths were ever public. */
export async function countAddresses(db: Database): Promise<number> {
  return db.address.count()
}

const state = z.enum(['current', 'moved', 'gone'])
const current = { addresses: { where: { state: 'current' }, select: { path: true } } }
const ledgerColumns = {
  path: true,
  state: true,
  article: { select: { status: true, ...current } },
  category: { select: current },
} satisfies Prisma.AddressSelect

function toEntry(row: Prisma.AddressGetPayload<{ select: typeof ledgerColumns }>): LedgerEntry {
  const stands = row.article ?? row.category
  const isMoved = row.state === 'moved'
  return {
    path: row.path,
    state: state.parse(row.state),
    leadsTo: isMoved ? (stands?.addresses[0]?.path ?? null) : null,
    wasPublic: row.article === null || row.article.status === 'published' || row.article.status === 'killed',
  }
}

/** Throws a Refusal for a path that was ever public: no address is given out twice. */
export async function refuseTakenAddress(db: Database | Transaction, path: string): Promise<void> {
  if (await db.address.findUnique({ where: { path }, select: { path: true } }))
    throw new Refusal('address-taken', { path })
}

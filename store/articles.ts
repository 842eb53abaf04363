import { newAddress } from '@/newsroom/address'
import type { Article, Status } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import { deskBody } from '@/newsroom/desk-text'
import { toReadersText } from '@/newsroom/published-article'
import { type ReadersBody, toReadersHtml } from '@/newsroom/readers-html'
import type { HistoryAct } from '@/newsroom/history'
import { Refusal } from '@/newsroom/refusal'
import { StaleWrite } from '@/newsroom/stale-write'
import type { NewArticle } from '@/newsroom/write'
import { claimAddress } from './addresses'
import { saveCorrections } from './corrections'
import type { Database, Transaction } from './database'
import { indexDesk } from './desk-index'
import { findLibrary } from './find-library'
import { Prisma } from './generated/sqlite/client'
import { type Appended, appendHistory } from './history'
import { numberNames } from './names'
import { deskCopy, saveUses } from './picture-uses'
import { changePublications, type Publishing } from './publication'
import { isRowNumber, toRowNumber } from './row-number'
import { toArticle, wholeArticle } from './rows'

/** An article of the desk's, or null. */
export async function findArticle(db: Database, id: number): Promise<Article | null> {
  if (!isRowNumber(id)) return null
  const row = await db.article.findUnique({ where: { id }, include: wholeArticle })
  return row && toArticle(row)
}

/** Stores a new article and gives it its number; `key` is the browser's name for the save. Throws a Refusal for a category that does not exist. */
export async function createArticle(
  db: Database,
  article: NewArticle,
  { key = null }: { key?: string | null } = {},
): Promise<Article> {
  const body = deskBody(article.copy)
  return db.$transaction(async (tx) => {
    const row = await tx.article.create({
      data: {
        ...(await toColumns(tx, article)),
        body: { create: { format: article.copy.bodyFormat, body: article.copy.body } },
      },
      include: wholeArticle,
    })
    const created = toArticle(row)
    await saveUses(tx, 'desk', [{ articleId: created.id, copy: deskCopy(created), isNew: true }])
    await appendHistory(tx, { before: null, after: created }, { act: 'write', key })
    await indexDesk(tx, { before: null, after: created, body })
    return created
  })
}

export type Basis = {
  /** The version that whoever changes it has seen. */
  seenVersion: number
  /** The site's zone: the day in a first address is that zone's. */
  zone: string
  /** Where the new text is from, when nobody has simply written it. */
  how?: 'merge' | 'restore'
  why?: string
  /** The browser's name for the save. */
  key?: string | null
}

/**
 * Changes an article by a rule, all or nothing, and makes public or takes away what the rule says. Throws StaleWrite when somebody
 * saved since `seenVersion`, and whatever Refusal the rule throws; the article is then as it was.
 */
export async function changeArticle(
  db: Database,
  id: number,
  { seenVersion, zone, ...entry }: Basis,
  rule: (article: Article) => Article,
): Promise<Article> {
  const before = await findArticle(db, id)
  if (!before) throw new Refusal('gone')
  if (before.version !== seenVersion) throw new StaleWrite(before)
  const after = rule(before)
  const isPublishing = after.status === 'published' && after.publishedVersion !== before.publishedVersion
  const act = actOf(before, after)
  // Made before the transaction begins: nobody else's save waits for it.
  const shown = isPublishing ? await readersBodyOf(db, after.copy) : null
  const readers = shown && toReadersText(after.copy, shown)
  const body = act && (shown ?? deskBody(after.copy))
  const changed = await db.$transaction(async (tx) => {
    const { count } = await tx.article.updateMany({
      // Publishing again changes neither version nor status, and must not be written over all the same.
      where: {
        id,
        version: seenVersion,
        status: before.status,
        publishedVersion: before.publishedVersion,
        autosaved: before.autosaved,
      },
      data: await toColumns(tx, after),
    })
    if (count === 0) return false
    await tx.articleBody.update({
      where: { articleId: id },
      data: { format: after.copy.bodyFormat, body: after.copy.body },
    })
    await saveUses(tx, 'desk', [{ articleId: id, copy: deskCopy(after) }])
    const isFirstCorrection = await saveCorrections(tx, before, after)
    if (readers) {
      const path = await claimPath(tx, before, after, zone)
      const shown = act === 'move' || act === 'correct' ? act : 'publish'
      await show(tx, { ...after, path }, { act: shown, readers, zone, also: { site: isFirstCorrection } })
    }
    if (after.status === 'killed') await takeAway(tx, after, zone)
    if (act) await appendHistory(tx, { before, after }, toEntry(act, after, entry))
    if (body) await indexDesk(tx, { before, after, body })
    return true
  })
  const now = await findArticle(db, id)
  if (!now) throw new Refusal('gone')
  if (!changed) throw new StaleWrite(now)
  return now
}

async function readersBodyOf(db: Database, copy: Copy): Promise<ReadersBody> {
  return toReadersHtml(copy.body, copy.bodyFormat, await findLibrary(db, copy))
}

async function show(
  tx: Transaction,
  article: Article & { path: string },
  { readers, ...publishing }: Pick<Publishing, 'act' | 'zone' | 'also'> & { readers: ReturnType<typeof toReadersText> },
): Promise<void> {
  const { publishedAt } = article
  if (!publishedAt) throw new Error(`article ${article.id} was published at no time`)
  const row = await tx.article.findUniqueOrThrow({
    where: { id: article.id },
    select: { categoryId: true, wireCode: true },
  })
  await changePublications(tx, {
    ...publishing,
    at: article.updatedAt,
    remove: [article.id],
    write: [{ article: { ...article, publishedAt }, readers, ...row }],
  })
}

/** The address stays taken: from now on it tells that the article is gone. */
async function takeAway(tx: Transaction, { id, updatedAt }: Article, zone: string): Promise<void> {
  const known = await tx.publishedArticle.findUnique({ where: { articleId: id }, select: { headline: true } })
  await tx.article.update({ where: { id }, data: { killedHeadline: known?.headline ?? null } })
  await tx.address.updateMany({ where: { articleId: id }, data: { state: 'gone' } })
  await changePublications(tx, { act: 'kill', at: updatedAt, zone, remove: [id], write: [] })
}

/** Where it stands from now on: a first publish makes an address, a move brings the one it wants, any other keeps what it has. */
async function claimPath(
  tx: Transaction,
  before: Article,
  { id, copy, ...after }: Article,
  zone: string,
): Promise<string> {
  const { publishedAt, updatedAt } = after
  if (!publishedAt) throw new Error(`article ${id} was published at no time`)
  const path = after.path ?? newAddress({ id, category: copy.category, slug: copy.slug, publishedAt }, zone)
  if (path !== before.path) await claimAddress(tx, path, { articleId: id, at: updatedAt })
  return path
}

/** What a rule did, told from what it left; null for nothing. */
function actOf(before: Article, after: Article): HistoryAct | null {
  if (after.status !== before.status && (after.status === 'killed' || after.status === 'spiked'))
    return after.status === 'killed' ? 'kill' : 'spike'
  const isThere = before.path === after.path && before.publishedAt?.getTime() === after.publishedAt?.getTime()
  if (before.status === 'published' && !isThere) return 'move'
  if (after.corrections.length > before.corrections.length) return 'correct'
  if (before.publishedVersion !== after.publishedVersion) return 'publish'
  if (after.version !== before.version) return after.autosaved ? 'autosave' : 'save'
  return before.autosaved && !after.autosaved ? 'save' : null
}

function toEntry(act: HistoryAct, after: Article, { how, why, key }: Pick<Basis, 'how' | 'why' | 'key'>): Appended {
  const told: Partial<Record<HistoryAct, string | undefined>> = {
    kill: after.kill?.reason,
    correct: after.corrections.at(-1)?.text,
  }
  return { act: act === 'save' ? (how ?? act) : act, why: told[act] ?? why, key }
}

async function toColumns(
  tx: Transaction,
  { copy, ...article }: NewArticle,
): Promise<Prisma.ArticleUncheckedCreateInput> {
  const category = await tx.category.findUnique({ where: { slug: copy.category }, select: { id: true } })
  if (!category) throw new Refusal('category-unknown', { slug: copy.category })
  const source = copy.source?.name ?? null
  return {
    kind: copy.kind,
    status: article.status,
    version: article.version,
    autosaved: article.autosaved,
    publishedVersion: article.publishedVersion,
    headline: copy.headline,
    kicker: copy.kicker,
    standfirst: copy.standfirst,
    byline: copy.byline,
    editor: copy.editor,
    urgent: copy.urgent,
    categoryId: category.id,
    sourceId: source ? ((await numberNames(tx, 'source', [source])).get(source) ?? null) : null,
    sourceAddress: copy.source?.address ?? null,
    slug: copy.slug,
    picture: copy.picture ?? Prisma.DbNull,
    tags: copy.tags,
    publishedAt: article.publishedAt,
    createdAt: article.createdAt,
    updatedAt: article.updatedAt,
    createdById: article.createdBy?.id ?? null,
    updatedById: article.updatedBy?.id ?? null,
    killedAt: article.kill?.at ?? null,
    killReason: article.kill?.reason ?? null,
  }
}

export type QueueRow = Pick<Article, 'id' | 'version' | 'status' | 'publishedVersion' | 'updatedAt'> & {
  headline: string
  kind: string
  urgent: boolean
  byline: string | null
  categoryName: string
  sourceName: string | null
}
export type QueueFilter = {
  status?: Status
  category?: string
  /** Only what this person began. */
  createdBy?: number
}
export type QueueCursor = { updatedAt: Date; id: number }

/** Articles of the desk's, by their numbers. */
export async function findAllArticles(db: Database, ids: number[]): Promise<Map<number, Article>> {
  const rows = await db.article.findMany({ where: { id: { in: ids } }, include: wholeArticle })
  return new Map(rows.map((row) => [row.id, toArticle(row)]))
}

/** The desk's list, last touched first: a page of it after `after`, and whether there is more. */
export async function listArticles(
  db: Database,
  { filter, after, limit }: { filter: QueueFilter; after: QueueCursor | null; limit: number },
): Promise<{ rows: QueueRow[]; more: boolean }> {
  const category =
    filter.category === undefined
      ? null
      : await db.category.findUnique({ where: { slug: filter.category }, select: { id: true } })
  if (filter.category !== undefined && !category) return { rows: [], more: false }
  const rows = await db.article.findMany({
    where: {
      status: filter.status,
      categoryId: category?.id,
      createdById: filter.createdBy,
      // The first bound is what lets the index seek; the second settles equal moments.
      ...(after && {
        updatedAt: { lte: after.updatedAt },
        OR: [{ updatedAt: { lt: after.updatedAt } }, { id: { lt: toRowNumber(after.id) } }],
      }),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { category: { select: { name: true } }, source: { select: { name: true } } },
  })
  return {
    rows: rows.slice(0, limit).map(({ category, source, status, ...row }) => ({
      ...row,
      status: status as Status,
      categoryName: category.name,
      sourceName: source?.name ?? null,
    })),
    more: rows.length > limit,
  }
}

export const mostCounted = 1000

/** How many articles are in each state, up to 1,000: a bound that no archive makes slower. */
export async function countArticles(
  db: Database,
  statuses: readonly Status[],
  { createdBy }: Pick<QueueFilter, 'createdBy'> = {},
): Promise<Record<Status, number>> {
  const counts = await Promise.all(
    statuses.map(
      async (status) =>
        [status, await db.article.count({ where: { status, createdById: createdBy }, take: mostCounted + 1 })] as const,
    ),
  )
  return Object.fromEntries(counts) as Record<Status, number>
}

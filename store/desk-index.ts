import type { Article } from '@/newsroom/article'
import { authorsOf } from '@/newsroom/byline'
import { deskBody } from '@/newsroom/desk-text'
import type { ReadersBody } from '@/newsroom/readers-html'
import { securitiesOf } from '@/newsroom/securities-of'
import { indexArticles, unindexArticles } from './article-index'
import type { Database, Transaction } from './database'
import { deskMarks, type Filed, type IndexEntry } from './index-entries'
import { numberNames } from './names'
import { indexOf } from './search-indexes'

/** An article as an act left it. */
export type Left = Pick<
  Article,
  'id' | 'version' | 'autosaved' | 'status' | 'copy' | 'createdBy' | 'updatedBy' | 'updatedAt'
>

/**
 * Lets the desk find an article as an act left it, in the transaction of the act. What somebody saved goes on being found as an older version; what
 * the editor saved by itself is found until it is saved again. `body` is of the copy it left, made before the transaction began.
 */
export async function indexDesk(
  tx: Transaction,
  { before, after, body }: { before: Left | null; after: Left; body: ReadersBody },
): Promise<void> {
  const rows = await tx.deskVersion.findMany({
    where: { articleId: after.id, version: { in: [after.version, before?.version ?? after.version] } },
    select: { id: true, version: true },
  })
  const rowOf = (version: number) => rows.find((row) => row.version === version)?.id ?? null
  // Outside copy that the desk has touched now: until then it was found as readers have it.
  if (before && rowOf(before.version) === null) await takeUp(tx, before)
  const replaced = before?.autosaved && before.version !== after.version ? rowOf(before.version) : null
  if (replaced !== null) await dropVersions(tx, [replaced])
  await writeVersion(tx, after, body, rowOf(after.version))
}

async function takeUp(tx: Transaction, before: Left): Promise<void> {
  await writeVersion(tx, before, deskBody(before.copy), null)
  const shown = await tx.publishedArticle.findUnique({ where: { articleId: before.id }, select: { articleId: true } })
  if (!shown) return
  await unindexArticles(tx, [before.id])
  await indexArticles(tx, [before.id])
}

/** Writes a version into the index, in the place of what stood there for it under `row`. */
export async function writeVersion(tx: Transaction, left: Left, body: ReadersBody, row: number | null): Promise<void> {
  const { id: articleId, version, updatedAt: at } = left
  const index = indexOf(tx, 'desk')
  if (row !== null) {
    await index.remove(tx, [row])
    await tx.deskVersion.update({ where: { id: row }, data: { at } })
  }
  const id = row ?? (await tx.deskVersion.create({ data: { articleId, version, at } })).id
  await index.write(tx, [await toEntry(tx, id, left, body)])
}

/** Takes versions out of the index. */
export async function dropVersions(tx: Transaction, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await indexOf(tx, 'desk').remove(tx, ids)
  await tx.deskVersion.deleteMany({ where: { id: { in: ids } } })
}

/** What the desk's index knows of a version: kicker and standfirst too, whatever the text says again. */
async function toEntry(tx: Transaction, id: number, left: Left, { html, text }: ReadersBody): Promise<IndexEntry> {
  const { headline, kicker, standfirst } = left.copy
  return {
    id,
    at: left.updatedAt,
    parts: deskParts({ headline, kicker, standfirst, text }),
    under: [...(await filedAs(tx, left)), ...(await markedIn(tx, html))],
  }
}

/** What is looked through of a version, part by part. */
export function deskParts(copy: {
  headline: string
  kicker: string | null
  standfirst: string | null
  text: string
}): string[] {
  return [copy.headline, copy.kicker ?? '', copy.standfirst ?? '', copy.text]
}

async function filedAs(tx: Transaction, { copy, status, autosaved, createdBy, updatedBy }: Left): Promise<Filed[]> {
  const category = await tx.category.findUnique({ where: { slug: copy.category }, select: { id: true } })
  const source = copy.source?.name
    ? await tx.source.findUnique({ where: { name: copy.source.name }, select: { id: true } })
    : null
  const numbersOf = autosaved ? knownNames : numberNames
  const tags = await numbersOf(tx, 'tag', copy.tags)
  const authors = await numbersOf(tx, 'author', authorsOf(copy.byline))
  return [
    ...(category ? [{ field: 'category' as const, number: category.id }] : []),
    ...(source ? [{ field: 'source' as const, number: source.id }] : []),
    ...[...tags.values()].map((number) => ({ field: 'tag' as const, number })),
    ...[...authors.values()].map((number) => ({ field: 'author' as const, number })),
    { field: 'mark', number: deskMarks[status] },
    ...(createdBy ? [{ field: 'owner' as const, number: createdBy.id }] : []),
    ...(updatedBy ? [{ field: 'hand' as const, number: updatedBy.id }] : []),
  ]
}

/** A name that is being typed is none yet. */
async function knownNames(tx: Transaction, noun: 'tag' | 'author', names: string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map()
  const where = { name: { in: names } }
  const rows = noun === 'tag' ? await tx.tag.findMany({ where }) : await tx.author.findMany({ where })
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** Securities that published copy has marked: the newsroom knows no others. */
async function markedIn(tx: Transaction, html: string): Promise<Filed[]> {
  const marked = securitiesOf(html).map(({ market, code }) => ({ market, code }))
  if (marked.length === 0) return []
  const rows = await tx.security.findMany({ where: { OR: marked.slice(0, 100) }, select: { id: true } })
  return rows.map(({ id }) => ({ field: 'security', number: id }))
}

/** Whether a version would be found by what is asked. */
export async function isDeskMatch(
  db: Database,
  ask: Parameters<ReturnType<typeof indexOf>['among']>[1],
  id: number,
): Promise<boolean> {
  return (await indexOf(db, 'desk').among(db, ask, [id])).length > 0
}

import type { Article } from '@/newsroom/article'
import { authorsOf } from '@/newsroom/byline'
import type { Library } from '@/newsroom/library-picture'
import { isoDay } from '@/newsroom/moment'
import { hashInAddress } from '@/newsroom/picture-address'
import { type ReadersText, toReadersPicture } from '@/newsroom/published-article'
import { securitiesOf } from '@/newsroom/securities-of'
import { securityKey } from '@/newsroom/security'
import type { Effect, Standing } from '@/newsroom/touched-by'
import { indexArticles, unindexArticles } from './article-index'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { findPictures } from './find-library'
import { insertRows, type Row } from './insert-rows'
import { appendChange, type LoggedAct } from './changes'
import { rankCategories } from './leading'
import { touchDays } from './published-days'
import { touchMonths } from './months'
import { forgetRelations, relateArticles } from './relate'
import { queueRelating } from './relate-due'
import { numberNames } from './names'
import { saveUses } from './picture-uses'
import { hasFlashes } from './published'
import { toPublished, withCategory } from './rows'
import { writeSecurities } from './securities'
import { listStandingWith } from './story-places'
import { noteWithdrawn } from './withdrawn-listings'

export type Publication = {
  article: Article & { path: string; publishedAt: Date }
  categoryId: number
  wireCode: string | null
  readers: ReadersText & { summary: string }
}

export type Publishing = {
  act: LoggedAct
  at: Date
  /** The site's zone. */
  zone: string
  /** Numbers of articles that readers lose, or get anew when they are in `write` too. */
  remove: number[]
  write: Publication[]
  /** What the act did besides. */
  also?: Omit<Effect, 'articles'>
}

/**
 * Changes what readers see: the only way anything becomes public or stops being so. The counts of categories follow, and the change is
 * logged in the same transaction.
 */
export async function changePublications(
  tx: Transaction,
  { act, at, zone, remove, write, also = {} }: Publishing,
): Promise<void> {
  const isWritten = new Set(write.map(({ article }) => article.id))
  await noteWithdrawn(tx, { ids: remove.filter((id) => !isWritten.has(id)), at })
  const hadFlashes = await hasFlashes(tx)
  const before = await removeRows(tx, remove, zone)
  // A batch is old copy, most of it: that its pages are made anew once more than need be costs less than asking.
  const newest = write.length === 1 ? await newestMoment(tx, write[0]?.categoryId) : null
  const newestOfAll = write.length === 1 ? await newestMoment(tx, undefined) : null
  await writeRows(tx, write)
  const marks = write.map(({ article, readers }) => ({
    articleId: article.id,
    publishedAt: article.publishedAt,
    securities: securitiesOf(readers.html),
    isOutside: act === 'import',
  }))
  await writeSecurities(tx, marks)
  const marked = new Map(marks.map(({ articleId, securities }) => [articleId, securities.map(securityKey)]))
  // Last: the index reads what the others wrote.
  await indexArticles(
    tx,
    write.map(({ article }) => article.id),
  )
  const after = new Map(write.map((publication) => [publication.article.id, publication]))
  const articles = [...new Set([...before.keys(), ...after.keys()])].map((id) => {
    const now = after.get(id)
    const isNewest = newest !== null && now !== undefined && now.article.publishedAt >= newest
    return {
      before: before.get(id) ?? null,
      after: now ? toStanding(now, { zone, securities: marked.get(id) ?? [] }) : null,
      isNewest,
      isNewestOfAll: newestOfAll !== null && now !== undefined && now.article.publishedAt >= newestOfAll,
    }
  })
  const came = articles.flatMap(({ after }) => after ?? [])
  await touchMonths(tx, { left: [...before.values()], came }, { at, zone })
  const calendar = await touchDays(tx, { left: [...before.values()], came }, { at, zone })
  const kin = await relate(tx, { act, remove, write })
  const isOtherwiseRanked = (await count(tx, [...before.values()], write)) && (await rankCategories(tx, at))
  // Every page leads to the running wire where there is one.
  const isOtherwiseLed = hadFlashes !== (await hasFlashes(tx))
  const site = also.site || isOtherwiseRanked || isOtherwiseLed
  await appendChange(tx, { articles, calendar, ...kin, ...also, site }, { act, at })
}

/** One article is compared with others at once, so that its page shows them with the next request; a batch is left to the clock. */
async function relate(
  tx: Transaction,
  { act, remove, write }: Pick<Publishing, 'act' | 'remove' | 'write'>,
): Promise<Pick<Effect, 'related' | 'stories' | 'twins'>> {
  const left = await listStandingWith(tx, remove)
  const ids = write.map(({ article }) => article.id)
  if (act === 'import' || ids.length > 1) {
    await queueRelating(tx, ids)
    return left
  }
  const found = await relateArticles(tx, ids)
  return { ...found, stories: [...found.stories, ...left.stories], twins: [...found.twins, ...left.twins] }
}

async function writeRows(tx: Transaction, publications: Publication[]): Promise<void> {
  if (publications.length === 0) return
  const library = await libraryOf(tx, publications)
  const sources = await numberNames(
    tx,
    'source',
    publications.flatMap(({ article }) => article.copy.source?.name ?? []),
  )
  await insertRows(
    tx,
    'published_article',
    publications.map((publication) => toRow(publication, { library, sources })),
  )
  await insertRows(
    tx,
    'published_source',
    publications.flatMap(({ article }) =>
      links(article, [article.copy.source?.name ?? ''], sources).map(({ to, ...row }) => ({ ...row, sourceId: to })),
    ),
  )
  await saveUses(
    tx,
    'readers',
    publications.map(({ article: { id, copy } }) => ({ articleId: id, copy, isNew: true })),
  )
  await insertRows(
    tx,
    'published_text',
    publications.map(({ article, readers }) => ({
      articleId: article.id,
      html: readers.html,
      repeatsStandfirst: readers.repeatsStandfirst,
    })),
  )
  await writeTags(tx, publications)
  await writeAuthors(tx, publications)
}

/** The lead pictures that are the library's: nearly always none or one. */
async function libraryOf(tx: Transaction, publications: Publication[]): Promise<Library> {
  const hashes = publications.map(({ article: { copy } }) => copy.picture && hashInAddress(copy.picture.address))
  return findPictures(tx, [...new Set(hashes.filter((hash) => hash !== null))])
}

type Removed = Standing & { categoryId: number }

async function removeRows(tx: Transaction, ids: number[], zone: string): Promise<Map<number, Removed>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.publishedArticle.findMany({
    where: { articleId: { in: ids } },
    include: { ...withCategory, marked: { select: { security: { select: { market: true, code: true } } } } },
  })
  await forgetRelations(tx, ids)
  await unindexArticles(
    tx,
    rows.map(({ articleId }) => articleId),
  )
  await tx.publishedArticle.deleteMany({ where: { articleId: { in: rows.map(({ articleId }) => articleId) } } })
  await tx.pictureUse.deleteMany({ where: { articleId: { in: ids }, shownTo: 'readers' } })
  return new Map(
    rows.map((row) => {
      const { id, path, kind, tags, byline, source, category, publishedAt, correctedAt } = toPublished(row)
      const day = isoDay(publishedAt, zone)
      const securities = row.marked.map(({ security }) => `${security.market}.${security.code}`)
      const isCorrected = correctedAt !== null
      const standing = { id, path, kind, tags, byline, source, category: category.slug, securities, day }
      return [id, { ...standing, isCorrected, categoryId: row.categoryId }]
    }),
  )
}

function toStanding(
  { article: { id, path, copy, publishedAt, corrections } }: Publication,
  { zone, securities }: { zone: string; securities: string[] },
): Standing {
  const { kind, category, tags, byline, source } = copy
  const day = isoDay(publishedAt, zone)
  return {
    ...{ id, path, kind, category, tags, byline, source, securities, day },
    isCorrected: corrections.length > 0,
  }
}

/** The moment of the newest article in a category, or in all of them; the beginning of time while there is none. */
async function newestMoment(tx: Transaction, categoryId: number | undefined): Promise<Date> {
  const row = await tx.publishedArticle.findFirst({
    where: { categoryId },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    select: { publishedAt: true },
  })
  return row?.publishedAt ?? new Date(0)
}

function toRow(
  { article, categoryId, wireCode, readers }: Publication,
  { library, sources }: { library: Library; sources: Map<string, number> },
): Row {
  const { copy } = article
  return {
    articleId: article.id,
    path: article.path,
    kind: copy.kind,
    headline: copy.headline,
    kicker: copy.kicker,
    standfirst: copy.standfirst,
    summary: readers.summary,
    byline: copy.byline,
    editor: copy.editor,
    urgent: copy.urgent,
    categoryId,
    sourceName: copy.source?.name ?? null,
    sourceId: sources.get(copy.source?.name ?? '') ?? null,
    sourceAddress: copy.source?.address ?? null,
    wireCode,
    picture: toReadersPicture(copy.picture, library),
    tags: copy.tags,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    correctedAt: article.corrections.at(-1)?.at ?? null,
  }
}

async function writeTags(tx: Transaction, publications: Publication[]): Promise<void> {
  const numbers = await numberNames(
    tx,
    'tag',
    publications.flatMap(({ article }) => article.copy.tags),
  )
  const rows = publications.flatMap(({ article }) =>
    links(article, article.copy.tags, numbers).map(({ to, ...row }) => ({ ...row, tagId: to })),
  )
  await insertRows(tx, 'published_tag', rows)
}

async function writeAuthors(tx: Transaction, publications: Publication[]): Promise<void> {
  const numbers = await numberNames(
    tx,
    'author',
    publications.flatMap(({ article }) => authorsOf(article.copy.byline)),
  )
  const rows = publications.flatMap(({ article }) =>
    links(article, authorsOf(article.copy.byline), numbers).map(({ to, ...row }) => ({ ...row, authorId: to })),
  )
  await insertRows(tx, 'published_author', rows)
}

function links(
  article: Publication['article'],
  names: string[],
  numbers: Map<string, number>,
): { to: number; articleId: number; publishedAt: Date }[] {
  return [...new Set(names)].flatMap((name) => {
    const to = numbers.get(name)
    return to === undefined ? [] : [{ to, articleId: article.id, publishedAt: article.publishedAt }]
  })
}

/** Brings the counts of categories up to date, and tells whether one has filled or emptied, or many articles came at once. */
async function count(
  tx: Transaction,
  removed: { categoryId: number }[],
  added: { categoryId: number }[],
): Promise<boolean> {
  const steps = new Map<number, number>()
  const step = (id: number, by: 1 | -1) => steps.set(id, (steps.get(id) ?? 0) + by)
  for (const { categoryId } of removed) step(categoryId, -1)
  for (const { categoryId } of added) step(categoryId, 1)
  const moved = [...steps].filter(([, by]) => by !== 0)
  if (moved.length === 0) return false
  const cases = Prisma.join(
    moved.map(([id, by]) => Prisma.sql`WHEN ${id} THEN CAST(${by} AS INTEGER)`),
    ' ',
  )
  const ids = moved.map(([id]) => id)
  await tx.$executeRaw`UPDATE category SET "articleCount" = "articleCount" + CASE id ${cases} END WHERE id IN (${Prisma.join(ids)})`
  if (added.length > 1) return true
  const rows = await tx.category.findMany({ where: { id: { in: ids } }, select: { id: true, articleCount: true } })
  return rows.some(({ id, articleCount }) => articleCount === 0 || articleCount === steps.get(id))
}

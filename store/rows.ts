import { z } from 'zod'
import type { Article } from '@/newsroom/article'
import type { Copy } from '@/newsroom/copy'
import type { ArticleLine, PublishedArticle } from '@/newsroom/published-article'
import { bodyFormat, kind, picture, readersPicture, tags } from './copy-columns'
import { Prisma } from './generated/sqlite/client'

const status = z.enum(['draft', 'published', 'killed', 'spiked'])

/** All that makes up an article of the desk's. */
export const wholeArticle = {
  category: { select: { slug: true } },
  source: { select: { name: true } },
  body: true,
  createdBy: { select: { id: true, name: true } },
  updatedBy: { select: { id: true, name: true } },
  // Of a killed article's, the last that was current comes first.
  addresses: {
    where: { state: { in: ['current', 'gone'] } },
    select: { path: true, state: true },
    orderBy: { since: 'desc' },
  },
  corrected: { select: { at: true, text: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.ArticleInclude
type WholeRow = Prisma.ArticleGetPayload<{ include: typeof wholeArticle }>

/** A row as the newsroom knows it. Throws when the store holds what no version of the code wrote. */
export function toArticle(row: WholeRow): Article {
  const copy: Copy = {
    kind: kind.parse(row.kind),
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst,
    body: row.body?.body ?? '',
    bodyFormat: bodyFormat.parse(row.body?.format),
    category: row.category.slug,
    tags: tags.parse(row.tags),
    source: toSource(row.source?.name ?? null, row.sourceAddress),
    byline: row.byline,
    editor: row.editor,
    urgent: row.urgent,
    picture: row.picture === null ? null : picture.parse(row.picture),
    slug: row.slug,
  }
  return {
    id: row.id,
    version: row.version,
    autosaved: row.autosaved,
    status: status.parse(row.status),
    copy,
    publishedVersion: row.publishedVersion,
    publishedAt: row.publishedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    createdBy: row.createdBy,
    updatedBy: row.updatedBy,
    path: row.addresses.find(({ state }) => state === 'current')?.path ?? row.addresses[0]?.path ?? null,
    kill: row.killedAt && { at: row.killedAt, reason: row.killReason ?? '' },
    corrections: row.corrected,
  }
}

/** What else a list shows of a published row: its category, and what its source is called now. */
export const withCategory = {
  category: { select: { slug: true, name: true } },
  source: { select: { name: true, into: { select: { name: true } } } },
} satisfies Prisma.PublishedArticleInclude
type PublishedRow = Prisma.PublishedArticleGetPayload<{ include: typeof withCategory }>

/** A published row as a reader's list shows it. */
export function toPublished(row: PublishedRow): PublishedArticle {
  return {
    id: row.articleId,
    path: row.path,
    kind: kind.parse(row.kind),
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst,
    summary: row.summary,
    byline: row.byline,
    editor: row.editor,
    urgent: row.urgent,
    source: toSource(row.source ? (row.source.into ?? row.source).name : row.sourceName, row.sourceAddress),
    category: row.category,
    tags: tags.parse(row.tags),
    picture: toReadersPicture(row.picture),
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    correctedAt: row.correctedAt,
  }
}

type ColumnsRow = Omit<PublishedRow, 'category' | 'source'>
/** A row of `joinedColumns`. */
export type JoinedRow = ColumnsRow & { categorySlug: string; categoryName: string; sourceCalled: string | null }

/** What the source of `published_article a` is called now: the name that the copy says, or the one that is said instead. */
export const sourceCalled = Prisma.sql`(
  SELECT COALESCE(instead."name", said."name") FROM source said LEFT JOIN source instead ON instead."id" = said."intoId"
  WHERE said."id" = a."sourceId")`

/** Each by its name: a statement that is kept would not hear of one more. */
const ownColumns = Prisma.raw(
  Object.values(Prisma.PublishedArticleScalarFieldEnum)
    .map((column) => `a."${column}"`)
    .join(', '),
)

/** What a card of an article needs, of `published_article a` and `category c`: for pages where each statement more would be felt. */
export const joinedColumns = Prisma.sql`${ownColumns}, c."slug" AS "categorySlug", c."name" AS "categoryName", ${sourceCalled} AS "sourceCalled"`

/** A joined row as a reader's list shows it. */
export function toJoined({ categorySlug, categoryName, sourceCalled: name, ...row }: JoinedRow): PublishedArticle {
  const source = name === null ? null : { name, into: null }
  return toPublished({ ...row, category: { slug: categorySlug, name: categoryName }, source })
}

/** What a line of a short list needs, of `published_article a` and `category c`. */
export const lineColumns = Prisma.sql`a."articleId", a."path", a."headline", a."publishedAt", a."sourceName", a."sourceAddress", a."tags", c."slug" AS "categorySlug", c."name" AS "categoryName", ${sourceCalled} AS "sourceCalled"`
export type LineRow = Pick<
  JoinedRow,
  | 'articleId'
  | 'path'
  | 'headline'
  | 'publishedAt'
  | 'sourceName'
  | 'sourceAddress'
  | 'tags'
  | 'categorySlug'
  | 'categoryName'
  | 'sourceCalled'
>

/** A row of `lineColumns`. */
export function toLine(row: LineRow): ArticleLine {
  return {
    id: row.articleId,
    path: row.path,
    headline: row.headline,
    publishedAt: row.publishedAt,
    source: toSource(row.sourceCalled ?? row.sourceName, row.sourceAddress),
    category: { slug: row.categorySlug, name: row.categoryName },
    tags: tags.parse(row.tags),
  }
}

/** A picture of a published article, as its column has it. */
export function toReadersPicture(value: unknown): PublishedArticle['picture'] {
  return value === null ? null : readersPicture.parse(value)
}

function toSource(name: string | null, address: string | null): Copy['source'] {
  return name === null && address === null ? null : { name, address }
}

import type { Article } from '@/newsroom/article'
import { authorsOf } from '@/newsroom/byline'
import type { ReadersText } from '@/newsroom/published-article'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { insertRows, type Row } from './insert-rows'
import { numberNames } from './names'

export type Publication = {
  article: Article & { path: string; publishedAt: Date }
  categoryId: number
  wireCode: string | null
  readers: ReadersText & { summary: string }
}

/** Writes what readers see of articles that they do not see yet: the only way anything becomes public. Counts of categories follow. */
export async function writePublications(tx: Transaction, publications: Publication[]): Promise<void> {
  if (publications.length === 0) return
  await insertRows(tx, 'published_article', publications.map(toRow))
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
  await count(
    tx,
    publications.map(({ categoryId }) => categoryId),
    1,
  )
}

/** Takes articles away from readers. What the desk has of them stays. */
export async function removePublications(tx: Transaction, ids: number[]): Promise<void> {
  const public_ = await tx.publishedArticle.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, categoryId: true },
  })
  if (public_.length === 0) return
  await tx.publishedArticle.deleteMany({ where: { articleId: { in: public_.map(({ articleId }) => articleId) } } })
  await count(
    tx,
    public_.map(({ categoryId }) => categoryId),
    -1,
  )
}

function toRow({ article, categoryId, wireCode, readers }: Publication): Row {
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
    sourceAddress: copy.source?.address ?? null,
    wireCode,
    picture: copy.picture,
    tags: copy.tags,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
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

async function count(tx: Transaction, categoryIds: number[], step: 1 | -1): Promise<void> {
  const steps = new Map<number, number>()
  for (const id of categoryIds) steps.set(id, (steps.get(id) ?? 0) + step)
  const cases = Prisma.join(
    [...steps].map(([id, by]) => Prisma.sql`WHEN ${id} THEN CAST(${by} AS INTEGER)`),
    ' ',
  )
  await tx.$executeRaw`UPDATE category SET "articleCount" = "articleCount" + CASE id ${cases} END WHERE id IN (${Prisma.join([...steps.keys()])})`
}

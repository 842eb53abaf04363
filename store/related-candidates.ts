import { type Comparable, type Traits, traitsOf } from '@/newsroom/related/traits'
import { windows, type Weights } from '@/newsroom/related/liken'
import { mostMarked, mostTagged, weightsOf } from '@/newsroom/related/weights'
import { textOfHtml } from '@/newsroom/text-of-html'
import { tags as tagList } from './copy-columns'
import type { Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import { listByTerms } from './related-terms'

/** Articles that are compared in full, and rows that are read of each term before them: what an article costs at most. */
const most = { compared: 14, rows: 40, counted: 500 }
/** What a mark in common tells, beside the weights of terms (about 1 for a common one, 8 for a rare one). */
const evidence = { security: 5, tag: 8, wire: 1000 }

export type Candidates = { others: Traits[]; weights: Weights }

/**
 * The articles that one may have to do with: what shares its securities, its rare tags, its terms or the wire's code, within the time of a
 * story. `known` are those that are at hand already, and gets the others. Seeks only; what it costs grows with neither the archive nor how common a word is.
 */
export async function findCandidates(
  tx: Transaction,
  article: Traits,
  known = new Map<number, Traits>(),
): Promise<Candidates> {
  const at = article.publishedAt
  const [from, before] = [new Date(at.getTime() - windows.story), new Date(at.getTime() + windows.story)]
  const articles = await countAround(tx, { at, from, before })
  const terms = await listByTerms(tx, article.keys, { at, from, before, limit: most.rows })
  const marks = await listByMarks(tx, article, { from, before })
  const weights = weightsOf({
    articles,
    terms: new Map(terms.map(({ term, count }) => [term, count])),
    tags: marks.tags,
    securities: marks.securities,
  })
  const told = new Map<number, number>()
  const tell = (id: number, by: number) => {
    if (id !== article.id) told.set(id, (told.get(id) ?? 0) + by)
  }
  for (const { term, ids } of terms) for (const id of ids) tell(id, weights.term(term))
  for (const { kind, name, id } of marks.rows) {
    if (kind === 'wire') tell(id, evidence.wire)
    if (kind === 'tag' && weights.isRareTag(name)) tell(id, evidence.tag)
    if (kind === 'security' && weights.isRareSecurity(name)) tell(id, evidence.security)
  }
  const ids = [...told]
    .sort(([id, one], [otherId, other]) => other - one || otherId - id)
    .slice(0, most.compared)
    .map(([id]) => id)
  const unknown = ids.filter((id) => !known.has(id))
  for (const one of await listTraits(tx, unknown)) known.set(one.id, one)
  return { others: ids.flatMap((id) => known.get(id) ?? []), weights }
}

/** About how many articles there are in a stretch of time: those nearest to its middle are counted. */
async function countAround(
  tx: Transaction,
  { at, from, before }: { at: Date; from: Date; before: Date },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint | number; oldest: Date | bigint | number | null }[]>`
    SELECT COUNT(*) AS "count", MIN("publishedAt") AS "oldest" FROM (
      SELECT "publishedAt" FROM published_article WHERE "publishedAt" <= ${at} AND "publishedAt" >= ${from}
      ORDER BY "publishedAt" DESC LIMIT ${most.counted}) AS near`
  const after = await tx.publishedArticle.count({ where: { publishedAt: { gt: at, lt: before } }, take: most.counted })
  const count = Number(row?.count ?? 0)
  if (count < most.counted || !row?.oldest) return count + after
  const span = Math.max(1, at.getTime() - Number(row.oldest))
  return Math.round((count * windows.story) / span) + after
}

type Mark = { kind: 'tag' | 'security' | 'wire'; name: string; id: number }

async function listByMarks(
  tx: Transaction,
  { id, tags, securities, wireCode }: Traits,
  { from, before }: { from: Date; before: Date },
): Promise<{ rows: Mark[]; tags: Map<string, number>; securities: Map<string, number> }> {
  const within = Prisma.sql`p."publishedAt" >= ${from} AND p."publishedAt" < ${before} ORDER BY p."publishedAt" DESC LIMIT`
  const seeks = [
    ...tags.slice(0, 12).map(
      (tag) => Prisma.sql`SELECT 'tag' AS "kind", CAST(${tag} AS TEXT) AS "name", s."articleId" AS "id" FROM (
        SELECT p."articleId" FROM published_tag p
        WHERE p."tagId" = (SELECT "id" FROM tag WHERE "name" = ${tag}) AND ${within} ${mostTagged + 1}) AS s`,
    ),
    ...securities.slice(0, 12).map((key) => {
      const [market = '', ...code] = key.split('.')
      return Prisma.sql`SELECT 'security' AS "kind", CAST(${key} AS TEXT) AS "name", s."articleId" AS "id" FROM (
        SELECT p."articleId" FROM published_security p
        WHERE p."securityId" = (SELECT "id" FROM security WHERE "market" = ${market} AND "code" = ${code.join('.')})
          AND ${within} ${mostMarked + 1}) AS s`
    }),
    ...(wireCode === null
      ? []
      : [
          Prisma.sql`SELECT 'wire' AS "kind", CAST(${wireCode} AS TEXT) AS "name", s."articleId" AS "id" FROM (
            SELECT "articleId" FROM published_article WHERE "wireCode" = ${wireCode} AND "articleId" <> ${id}
            ORDER BY "articleId" DESC LIMIT 10) AS s`,
        ]),
  ]
  if (seeks.length === 0) return { rows: [], tags: new Map(), securities: new Map() }
  const found = await tx.$queryRaw<Mark[]>(Prisma.sql`${Prisma.join(seeks, ' UNION ALL ')}`)
  const rows = found.map((row) => ({ ...row, id: Number(row.id) }))
  const count = (wanted: Mark['kind']) => {
    const counts = new Map<string, number>()
    for (const { kind, name } of rows) if (kind === wanted) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }
  return { rows, tags: count('tag'), securities: count('security') }
}

/** As much of a body as has the text that is compared, with its marks. */
const mostHtml = 8000

/** Published articles ready to be compared, by their numbers. */
export async function listTraits(tx: Transaction, ids: number[]): Promise<Traits[]> {
  if (ids.length === 0) return []
  const among = Prisma.join(ids)
  const articles = await tx.$queryRaw<
    (Pick<Comparable, 'publishedAt' | 'wireCode' | 'headline' | 'standfirst'> & {
      articleId: number
      html: string
      tags: unknown
    })[]
  >`SELECT a."articleId", a."publishedAt", a."wireCode", a."headline", a."standfirst", a."tags", SUBSTR(t."html", 1, ${mostHtml}) AS "html"
    FROM published_article a JOIN published_text t ON t."articleId" = a."articleId"
    WHERE a."articleId" IN (${among})`
  const marks = await tx.$queryRaw<{ articleId: number; market: string; code: string }[]>`
    SELECT p."articleId", s."market", s."code" FROM published_security p JOIN security s ON s."id" = p."securityId"
    WHERE p."articleId" IN (${among})`
  return articles.map(({ articleId, html, tags, ...article }) =>
    traitsOf({
      ...article,
      id: Number(articleId),
      publishedAt: new Date(article.publishedAt),
      text: textOfHtml(html),
      tags: tagList.parse(typeof tags === 'string' ? JSON.parse(tags) : tags),
      securities: marks
        .filter((mark) => Number(mark.articleId) === Number(articleId))
        .map(({ market, code }) => `${market}.${code}`),
    }),
  )
}

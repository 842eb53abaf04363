import type { ArticleLine } from '@/newsroom/published-article'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'
import { lineColumns, type LineRow, toLine } from './rows'

/** Which articles stand beside one. */
export type Standing = {
  storyId: number | null
  /** Other reports of the story, the nearest in time, newest first; of those that say the same, one. */
  reports: ArticleLine[]
  /** Reports of the story, this one included, no more than `mostCounted`; those that are known to say the same count once. */
  reportCount: number
  twins: ArticleLine[]
  related: ArticleLine[]
}

const most = { newer: 6, older: 11, twins: 30, related: 6 }
const mostCounted = 100

type Found = { id: number | bigint; twinsId: number | bigint | null }
type LinePart = 'report' | 'twin' | 'pin' | 'related'
type Row = (Found & { part: 'place' | 'count' }) | (Found & { part: LinePart } & LineRow)

/** What stands beside an article, of what readers can see: one statement of seeks, since every first view of an article asks. */
export async function findBeside(db: Database, id: number): Promise<Standing> {
  const me = Prisma.sql`(SELECT * FROM story_place WHERE "articleId" = ${id})`
  const seen = Prisma.sql`JOIN published_article a ON a."articleId" = p."articleId"`
  const near = (sign: Prisma.Sql, order: Prisma.Sql, limit: number) => Prisma.sql`
    SELECT 'report' AS "part", p."articleId" AS "id", p."twinsId", p."publishedAt" AS "at"
    FROM ${me} AS m JOIN story_place p ON p."storyId" = m."storyId" ${seen}
    WHERE (p."publishedAt", p."articleId") ${sign} (m."publishedAt", m."articleId")
    ORDER BY p."publishedAt" ${order}, p."articleId" ${order} LIMIT ${limit}`
  const isBanned = Prisma.sql`EXISTS (SELECT 1 FROM related_choice c WHERE c."articleId" = ${id} AND c."otherId" = r."otherId" AND c."choice" = 'ban')`
  const rows = await db.$queryRaw<Row[]>`
    SELECT b."part", b."id", b."twinsId", ${lineColumns} FROM (
      SELECT 'place' AS "part", COALESCE("storyId", 0) AS "id", "twinsId", 0 AS "place" FROM ${me} AS m
      UNION ALL SELECT 'count', COUNT(*), NULL, 0 FROM (
        SELECT 1 FROM ${me} AS m JOIN story_place p ON p."storyId" = m."storyId" ${seen} LIMIT ${mostCounted}) AS counted
      UNION ALL SELECT "part", "id", "twinsId", ROW_NUMBER() OVER (ORDER BY "at" DESC, "id" DESC) FROM (
        SELECT * FROM (${near(Prisma.sql`>`, Prisma.sql`ASC`, most.newer)}) AS newer
        UNION ALL SELECT * FROM (${near(Prisma.sql`<`, Prisma.sql`DESC`, most.older)}) AS older) AS reports
      UNION ALL SELECT 'twin', "id", NULL, ROW_NUMBER() OVER (ORDER BY "at", "id") FROM (
        SELECT p."articleId" AS "id", p."publishedAt" AS "at" FROM ${me} AS m JOIN story_place p ON p."twinsId" = m."twinsId" ${seen}
        WHERE p."articleId" <> ${id} ORDER BY p."publishedAt" DESC, p."articleId" DESC LIMIT ${most.twins}) AS twins
      UNION ALL SELECT 'pin', c."otherId", NULL, ROW_NUMBER() OVER (ORDER BY c."at", c."otherId")
        FROM related_choice c JOIN published_article a ON a."articleId" = c."otherId"
        WHERE c."articleId" = ${id} AND c."choice" = 'pin'
      UNION ALL SELECT 'related', "id", NULL, ROW_NUMBER() OVER (ORDER BY "score" DESC, "id" DESC) FROM (
        SELECT r."otherId" AS "id", r."score" FROM relation r JOIN published_article a ON a."articleId" = r."otherId"
        WHERE r."articleId" = ${id} AND NOT ${isBanned} ORDER BY r."score" DESC, r."otherId" DESC LIMIT 40) AS alike
    ) AS b
    LEFT JOIN published_article a ON a."articleId" = b."id" AND b."part" NOT IN ('place', 'count')
    LEFT JOIN category c ON c."id" = a."categoryId"
    ORDER BY b."part", b."place"`
  const counted = (part: 'place' | 'count') => rows.find((row) => row.part === part)
  const of = (part: LinePart) => rows.flatMap((row) => (row.part === part ? [row] : []))
  const among = (some: LineRow[]) => new Set(some.map(({ articleId }) => articleId))
  const mine = counted('place')
  const twins = of('twin')
  const told = new Set([mine?.twinsId].flatMap((group) => (group == null ? [] : Number(group))))
  const everyReport = of('report')
  const reports = everyReport.filter(({ twinsId }) => {
    if (twinsId === null) return true
    const isFirst = !told.has(Number(twinsId))
    told.add(Number(twinsId))
    return isFirst
  })
  const shown = among([...twins, ...reports])
  const pins = of('pin').filter(({ articleId }) => !shown.has(articleId))
  // A twin of a report that is shown is one of those, and no news.
  const elsewhere = among([...everyReport, ...twins, ...pins])
  const related = [...pins, ...of('related').filter(({ articleId }) => !elsewhere.has(articleId))]
  return {
    storyId: Number(mine?.id ?? 0) || null,
    reports: reports.map(toLine),
    reportCount: Number(counted('count')?.id ?? 0) - (everyReport.length - reports.length),
    twins: twins.map(toLine),
    related: related.slice(0, most.related).map(toLine),
  }
}

/** Of some articles, the number of those they say the same as and how many others of these readers can see; those that nobody repeats are left out. */
export async function listTwinCounts(
  db: Database,
  ids: number[],
): Promise<Map<number, { twinsId: number; others: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ articleId: number; twinsId: number; others: bigint | number }[]>`
    SELECT m."articleId", m."twinsId", COUNT(*) AS "others"
    FROM story_place m
    JOIN story_place p ON p."twinsId" = m."twinsId" AND p."articleId" <> m."articleId"
    JOIN published_article a ON a."articleId" = p."articleId"
    WHERE m."articleId" IN (${Prisma.join(ids)})
    GROUP BY m."articleId", m."twinsId"`
  return new Map(
    rows.map(({ articleId, twinsId, others }) => [
      Number(articleId),
      { twinsId: Number(twinsId), others: Number(others) },
    ]),
  )
}

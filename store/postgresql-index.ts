import { fields } from '@/newsroom/search/fields'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { gramsOf, gramsOfPhrase } from '@/newsroom/search/grams'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Filed } from './index-entries'
import { type ArticleIndex, type Ask, type Match, secondOf } from './search-ask'

/**
 * Numbers in one inverted index: pairs of signs, what an article is filed under, and the times it lies in. A search looks into the newest days
 * first and widens its look eightfold until it has enough, so that neither how common a word is nor how long the archive has grown decides
 * what it costs. The numbers narrow, the folded text decides.
 */
export const postgresqlIndex: ArticleIndex = {
  async write(tx, entries) {
    if (entries.length === 0) return
    const rows = entries.map(({ id, publishedAt, parts, under }) => {
      const words = parts.map(foldText).filter(Boolean)
      const grams = new Set([
        ...words.flatMap(gramsOf),
        ...under.map(filedNumber),
        ...tiers.map((tier) => timeNumber(tier, dayOf(publishedAt))),
      ])
      return Prisma.sql`(${id}, ${publishedAt}, ${` ${words.join(` ${partition} `)} `}, ${intArray([...grams])})`
    })
    await tx.$executeRaw`INSERT INTO article_grams ("articleId", "publishedAt", "words", "grams") VALUES ${Prisma.join(rows)}`
  },

  async remove(tx, articles) {
    const ids = articles.map(({ id }) => id)
    await tx.$executeRaw`DELETE FROM article_grams WHERE "articleId" IN (${Prisma.join(ids)})`
  },

  async find(db, ask, { after, limit }) {
    const top = after?.second ?? (await newestSecond(db, ask))
    if (top === null) return []
    const day = Math.floor(top / secondsOfDay)
    for (const tier of tiers) {
      const window = intArray([timeNumber(tier, day), timeNumber(tier, day - 8 ** tier)])
      const found = await findIn(db, ask, { after, limit, window: Prisma.sql`AND "grams" && ${window}` })
      if (found.length >= limit) return found
      // What is older than the window cannot be wanted.
      if (ask.from && secondOf(ask.from) >= (Math.floor(day / 8 ** tier) - 1) * 8 ** tier * secondsOfDay) return found
    }
    return findIn(db, ask, { after, limit, window: Prisma.empty })
  },

  async has(db, ask, id) {
    const window = Prisma.sql`AND "articleId" = ${id}`
    return (await findIn(db, ask, { after: null, limit: 1, window })).length > 0
  },
}

/**
 * The hits are found first and put in order afterwards: given the order, the planner would rather walk the newest articles and look at each, which
 * takes seconds for a word that is nowhere.
 */
async function findIn(
  db: Database,
  ask: Ask,
  { after, limit, window }: { after: Match | null; limit: number; window: Prisma.Sql },
): Promise<Match[]> {
  const conditions = [...wanted(ask), ...bounds(ask, after)]
  const rows = await db.$queryRaw<{ id: number; second: bigint }[]>`
    WITH hit AS MATERIALIZED (
      SELECT "articleId" AS "id", FLOOR(EXTRACT(EPOCH FROM "publishedAt"))::bigint AS "second"
      FROM article_grams WHERE ${Prisma.join(conditions, ' AND ')} ${window}
    )
    SELECT "id", "second" FROM hit ORDER BY "second" DESC, "id" DESC LIMIT ${limit}`
  return rows.map(({ id, second }) => ({ id: Number(id), second: Number(second) }))
}

function wanted({ phrases, without, under, notUnder }: Ask): Prisma.Sql[] {
  const all = [...new Set(phrases.flatMap((phrase) => gramsOfPhrase(phrase).grams))]
  return [
    Prisma.sql`TRUE`,
    ...(all.length > 0 ? [Prisma.sql`"grams" @> ${intArray(all)}`] : []),
    ...under.map((any) => Prisma.sql`"grams" && ${intArray(any.map(filedNumber))}`),
    ...phrases.filter((phrase) => !gramsOfPhrase(phrase).isCertain).map((phrase) => Prisma.sql`${hasPhrase(phrase)}`),
    ...(notUnder.length > 0 ? [Prisma.sql`NOT "grams" && ${intArray(notUnder.map(filedNumber))}`] : []),
    ...without.map((phrase) => {
      const { grams } = gramsOfPhrase(phrase)
      return Prisma.sql`NOT ("grams" @> ${intArray(grams)} AND ${hasPhrase(phrase)})`
    }),
  ]
}

/** Folded text has neither `%` nor `_`, and no backslash. */
function hasPhrase(phrase: string): Prisma.Sql {
  return Prisma.sql`"words" LIKE ${`%${isWord(phrase) ? ' ' : ''}${phrase}%`}`
}

function bounds({ from, before }: Ask, after: Match | null): Prisma.Sql[] {
  return [
    ...(from ? [Prisma.sql`"publishedAt" >= ${from}`] : []),
    ...(before ? [Prisma.sql`"publishedAt" < ${before}`] : []),
    ...(after ? [isAfter(after)] : []),
  ]
}

/** In the order of the list, to the second. */
function isAfter({ id, second }: Match): Prisma.Sql {
  const [start, end] = [new Date(second * 1000), new Date((second + 1) * 1000)]
  return Prisma.sql`"publishedAt" < ${end} AND ("publishedAt" < ${start} OR "articleId" < ${id})`
}

async function newestSecond(db: Database, { before }: Ask): Promise<number | null> {
  const [row] = await db.$queryRaw<{ newest: Date | null }[]>`
    SELECT MAX("publishedAt") AS "newest" FROM article_grams ${before ? Prisma.sql`WHERE "publishedAt" < ${before}` : Prisma.empty}`
  return row?.newest ? secondOf(row.newest) : null
}

const secondsOfDay = 86_400
const partition = '¶'

/** Lengths of time: 1, 8, 64, 512 and 4,096 days. */
const tiers = [0, 1, 2, 3, 4] as const

/** No letter's number is below 0x30, so that no pair's upper half is: these numbers are free, 16 bits of them for each tier. */
function timeNumber(tier: number, day: number): number {
  return ((tier + 1) << 16) | (Math.floor(day / 8 ** tier) & 0xffff)
}

function dayOf(at: Date): number {
  return Math.floor(secondOf(at) / secondsOfDay)
}

/** From the private use area up, where no text has letters: 83 million numbers for each field. */
function filedNumber({ field, number }: Filed): number {
  return ((0xe000 + fields.indexOf(field) * 0x500) << 16) + number
}

/** As text, which every driver writes alike. */
function intArray(numbers: number[]): Prisma.Sql {
  return Prisma.sql`CAST(${`{${numbers.join(',')}}`} AS int4[])`
}

import { fields } from '@/newsroom/search/fields'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { gramsOf, gramsOfPhrase } from '@/newsroom/search/grams'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Filed } from './index-entries'
import { type ArticleIndex, type Ask, type Match, secondOf } from './search-ask'

/**
 * Numbers in one inverted index: pairs of signs, what an article is filed under, and the times it lies in. A search looks into the newest days
 * first and widens its look eightfold until it has enough, so that neither how common a word is nor how long the archive has grown decides
 * what it costs. The numbers narrow, the folded text decides.
 */
export function postgresqlIndex(table: 'article_grams' | 'headline_grams' | 'desk_grams'): ArticleIndex {
  const grams = Prisma.raw(table)
  return {
    async write(tx, entries) {
      if (entries.length === 0) return
      const rows = entries.map(({ id, at, parts, under }) => {
        const words = parts.map(foldText).filter(Boolean)
        const numbers = new Set([
          ...words.flatMap(gramsOf),
          ...under.map(filedNumber),
          ...tiers.map((tier) => timeNumber(tier, dayOf(at))),
        ])
        return Prisma.sql`(${id}, ${at}, ${` ${words.join(` ${partition} `)} `}, ${intArray([...numbers])})`
      })
      await tx.$executeRaw`INSERT INTO ${grams} ("id", "at", "words", "grams") VALUES ${Prisma.join(rows)}`
    },

    async remove(tx, ids) {
      if (ids.length === 0) return
      await tx.$executeRaw`DELETE FROM ${grams} WHERE "id" IN (${Prisma.join(ids)})`
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

    async among(db, ask, ids) {
      if (ids.length === 0) return []
      const window = Prisma.sql`AND "id" IN (${Prisma.join(ids)})`
      return (await findIn(db, ask, { after: null, limit: ids.length, window })).map(({ id }) => id)
    },

    // The server does so by itself.
    async tidy() {},
  }

  /**
   * The hits are found first and put in order afterwards: given the order, the planner would rather walk the newest articles and look at each,
   * which takes seconds for a word that is nowhere.
   */
  async function findIn(
    db: Database | Transaction,
    ask: Ask,
    { after, limit, window }: { after: Match | null; limit: number; window: Prisma.Sql },
  ): Promise<Match[]> {
    const conditions = [...wanted(ask), ...bounds(ask, after)]
    const rows = await db.$queryRaw<{ id: number; second: bigint }[]>`
      WITH hit AS MATERIALIZED (
        SELECT "id", FLOOR(EXTRACT(EPOCH FROM "at"))::bigint AS "second"
        FROM ${grams} WHERE ${Prisma.join(conditions, ' AND ')} ${window}
      )
      SELECT "id", "second" FROM hit ORDER BY "second" DESC, "id" DESC LIMIT ${limit}`
    return rows.map(({ id, second }) => ({ id: Number(id), second: Number(second) }))
  }

  async function newestSecond(db: Database, { before }: Ask): Promise<number | null> {
    const [row] = await db.$queryRaw<{ newest: Date | null }[]>`
      SELECT MAX("at") AS "newest" FROM ${grams} ${before ? Prisma.sql`WHERE "at" < ${before}` : Prisma.empty}`
    return row?.newest ? secondOf(row.newest) : null
  }
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
    ...(from ? [Prisma.sql`"at" >= ${from}`] : []),
    ...(before ? [Prisma.sql`"at" < ${before}`] : []),
    ...(after ? [isAfter(after)] : []),
  ]
}

/** In the order of the list, to the second. */
function isAfter({ id, second }: Match): Prisma.Sql {
  const [start, end] = [new Date(second * 1000), new Date((second + 1) * 1000)]
  return Prisma.sql`"at" < ${end} AND ("at" < ${start} OR "id" < ${id})`
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

/**
 * From the private use area up, where no text has letters: 83 million numbers for each field. What only the desk asks for has numbers between
 * those of times and the first letter's.
 */
function filedNumber({ field, number }: Filed): number {
  if (field === 'mark') return (0x06 << 16) + number
  if (field === 'owner') return (0x08 << 16) + (number % peopleApart)
  if (field === 'hand') return (0x18 << 16) + (number % peopleApart)
  return ((0xe000 + fields.indexOf(field) * 0x500) << 16) + number
}

/** The staff of one newspaper that are told apart: a million. */
const peopleApart = 0x10_0000

/** As text, which every driver writes alike. */
function intArray(numbers: number[]): Prisma.Sql {
  return Prisma.sql`CAST(${`{${numbers.join(',')}}`} AS int4[])`
}

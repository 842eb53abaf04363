import type { Field } from '@/newsroom/search/fields'
import { indexWords, phraseWords } from '@/newsroom/search/index-words'
import { Prisma } from './generated/sqlite/client'
import type { Filed } from './index-entries'
import { type ArticleIndex, type Ask, type Match, secondOf } from './search-ask'

/**
 * Words in FTS5 (https://sqlite.org/fts5.html), which keeps where each stands: a phrase is found by the index alone. A row's number is the second of publication
 * with the article's number in its lower 28 bits, so that walking it backwards is the order of the newest.
 */
export const sqliteIndex: ArticleIndex = {
  async write(tx, entries) {
    if (entries.length === 0) return
    const rows = entries.map(
      ({ id, publishedAt, parts, under }) =>
        Prisma.sql`(${rowNumber({ id, second: secondOf(publishedAt) })}, ${[everything, ...under.map(filedWord), indexWords(parts)].join(' ')})`,
    )
    await tx.$executeRaw`INSERT INTO article_words (rowid, words) VALUES ${Prisma.join(rows)}`
  },

  async remove(tx, articles) {
    const rows = articles.map(({ id, publishedAt }) => rowNumber({ id, second: secondOf(publishedAt) }))
    await tx.$executeRaw`DELETE FROM article_words WHERE rowid IN (${Prisma.join(rows)})`
  },

  async find(db, ask, { after, limit }) {
    const bounds = [
      ...(after ? [Prisma.sql`AND rowid < ${rowNumber(after)}`] : []),
      ...(ask.from ? [Prisma.sql`AND rowid >= ${rowNumber({ id: 0, second: secondOf(ask.from) })}`] : []),
      ...(ask.before ? [Prisma.sql`AND rowid < ${rowNumber({ id: 0, second: secondOf(ask.before) })}`] : []),
    ]
    const rows = await db.$queryRaw<Match[]>`
      SELECT rowid & ${largestNumber} AS "id", rowid >> ${numberBits} AS "second"
      FROM article_words WHERE article_words MATCH ${toExpression(ask)} ${Prisma.join([Prisma.empty, ...bounds], ' ')}
      ORDER BY rowid DESC LIMIT ${limit}`
    return rows.map(({ id, second }) => ({ id: Number(id), second: Number(second) }))
  },
}

const numberBits = 28
const largestNumber = 2 ** numberBits - 1

/** Worked out by SQLite: it has more digits than a number of JavaScript's. */
function rowNumber({ id, second }: Match): Prisma.Sql {
  return Prisma.sql`((CAST(${second} AS INTEGER) << 28) | CAST(${id} AS INTEGER))`
}

/** Stands with every article, for whoever asks only what it must not have. */
const everything = ':all'
const letters: Record<Field, string> = { category: 'c', source: 's', author: 'a', tag: 't', security: 'x' }

/** No text folds to a colon. */
function filedWord({ field, number }: Filed): string {
  return `:${letters[field]}${number}`
}

function toExpression({ phrases, without, under, notUnder }: Ask): string {
  const wanted = [
    ...under.map((any) => `(${any.map((filed) => quoted(filedWord(filed))).join(' OR ') || quoted(':none')})`),
    ...phrases.map(toPhrase),
  ]
  const unwanted = [...notUnder.map((filed) => quoted(filedWord(filed))), ...without.map(toPhrase)]
  const all = wanted.length > 0 ? wanted.join(' AND ') : quoted(everything)
  return unwanted.length > 0 ? `(${all}) NOT (${unwanted.join(' OR ')})` : all
}

function toPhrase(folded: string): string {
  const { words, isOpen } = phraseWords(folded)
  return quoted(words.join(' ')) + (isOpen ? ' *' : '')
}

/** Folded words have no quotation marks; the marks make names of operators into words. */
function quoted(words: string): string {
  return `"${words}"`
}

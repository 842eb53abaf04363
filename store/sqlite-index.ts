import type { Field } from '@/newsroom/search/fields'
import { indexWords, phraseWords } from '@/newsroom/search/index-words'
import type { Database } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Filed } from './index-entries'
import { type ArticleIndex, type Ask, type Match, secondOf, toMatch } from './search-ask'
import { firstRowOf, takeRows } from './sqlite-rows'

/**
 * Words in FTS5 (https://sqlite.org/fts5.html), which keeps where each stands: a phrase is found by the index alone. Its rows are in the order of time:
 * walking them backwards is the order of the newest.
 */
export const sqliteIndex: ArticleIndex = {
  async write(tx, entries) {
    if (entries.length === 0) return
    const rows = await takeRows(tx, entries.map(toMatch))
    const values = entries.map(
      ({ id, parts, under }) =>
        Prisma.sql`(${rows.get(id)}, ${[everything, ...under.map(filedWord), indexWords(parts)].join(' ')})`,
    )
    await tx.$executeRaw`INSERT INTO article_words (rowid, words) VALUES ${Prisma.join(values)}`
  },

  async remove(tx, articles) {
    const ids = Prisma.join(articles.map(({ id }) => id))
    await tx.$executeRaw`DELETE FROM article_words WHERE rowid IN (SELECT "row" FROM article_row WHERE "articleId" IN (${ids}))`
  },

  find: (db, ask, { after, limit }) => {
    const conditions = [
      ...(after ? [Prisma.sql`rowid < ${rowAfter(after)}`] : []),
      ...(ask.from ? [Prisma.sql`rowid >= ${firstRowOf(secondOf(ask.from))}`] : []),
      ...(ask.before ? [Prisma.sql`rowid < ${firstRowOf(secondOf(ask.before))}`] : []),
    ]
    return findIn(db, ask, { conditions, limit })
  },

  async has(db, ask, id) {
    const row = Prisma.sql`rowid = (SELECT "row" FROM article_row WHERE "articleId" = ${id})`
    return (await findIn(db, ask, { conditions: [row], limit: 1 })).length > 0
  },
}

async function findIn(
  db: Database,
  ask: Ask,
  { conditions, limit }: { conditions: Prisma.Sql[]; limit: number },
): Promise<Match[]> {
  const found = Prisma.join([Prisma.sql`article_words MATCH ${toExpression(ask)}`, ...conditions], ' AND ')
  const rows = await db.$queryRaw<Match[]>`
    SELECT r."articleId" AS "id", r."second"
    FROM (SELECT rowid AS "row" FROM article_words WHERE ${found} ORDER BY rowid DESC LIMIT ${limit}) AS hit
    JOIN article_row r ON r."row" = hit."row"
    ORDER BY hit."row" DESC`
  return rows.map(({ id, second }) => ({ id: Number(id), second: Number(second) }))
}

/** Of an article that was never indexed, the end of its second. */
function rowAfter({ id, second }: Match): Prisma.Sql {
  return Prisma.sql`COALESCE((SELECT "row" FROM article_row WHERE "articleId" = ${id}), ${firstRowOf(second + 1)})`
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

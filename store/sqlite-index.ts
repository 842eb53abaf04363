import { isWord } from '@/newsroom/search/fold-text'
import { indexWords, phraseWords } from '@/newsroom/search/index-words'
import type { Database, Transaction } from './database'
import { Prisma } from './generated/sqlite/client'
import type { Filed, IndexField } from './index-entries'
import { type ArticleIndex, type Ask, type Match, secondOf, toMatch } from './search-ask'
import { boundAt, type RowTable, takeRows } from './sqlite-rows'

type Tables = { words: 'article_words' | 'headline_words' | 'desk_words'; rows: RowTable }

/**
 * Words in FTS5 (https://sqlite.org/fts5.html), which keeps where each stands: a phrase is found by the index alone. Its rows are in the order of time:
 * walking them backwards is the order of the newest. Two indexes may share their rows.
 */
export function sqliteIndex({ words, rows }: Tables): ArticleIndex {
  const [wordTable, rowTable] = [Prisma.raw(words), Prisma.raw(rows)]
  return {
    async write(tx, entries) {
      if (entries.length === 0) return
      const taken = await takeRows(tx, entries.map(toMatch), rows)
      const values = entries.map(({ id, parts, under }) => {
        const text = indexWords(parts)
        const all = [everything, ...under.map(filedWord), ...beginnings(text), text]
        return Prisma.sql`(${taken.get(id)}, ${all.join(' ')})`
      })
      await tx.$executeRaw`INSERT INTO ${wordTable} (rowid, words) VALUES ${Prisma.join(values)}`
    },

    async remove(tx, ids) {
      if (ids.length === 0) return
      await tx.$executeRaw`DELETE FROM ${wordTable} WHERE rowid IN (SELECT "row" FROM ${rowTable} WHERE "id" IN (${Prisma.join(ids)}))`
    },

    find: (db, ask, { after, limit }) => {
      const conditions = [
        // Of an article that was never indexed, the end of its second.
        ...(after
          ? [
              Prisma.sql`rowid < COALESCE((SELECT "row" FROM ${rowTable} WHERE "id" = ${after.id}), ${boundAt(after.second + 1)})`,
            ]
          : []),
      ]
      return findIn(db, ask, { conditions, limit })
    },

    async among(db, ask, ids) {
      if (ids.length === 0) return []
      const among = Prisma.sql`rowid IN (SELECT "row" FROM ${rowTable} WHERE "id" IN (${Prisma.join(ids)}))`
      return (await findIn(db, ask, { conditions: [among], limit: ids.length })).map(({ id }) => id)
    },

    // As https://sqlite.org/fts5.html#the_merge_command has it: begun with a negative number, gone on with while there is work.
    async tidy(db) {
      for (let pages = -pagesAtOnce; await merge(db, pages); pages = pagesAtOnce) {}
    },
  }

  /** Tells whether there was anything to lay together: a merge that does nothing changes less than two rows. */
  function merge(db: Database, pages: number): Promise<boolean> {
    return db.$transaction(async (tx) => {
      const before = await countChanges(tx)
      await tx.$executeRaw`INSERT INTO ${wordTable} (${wordTable}, rank) VALUES ('merge', CAST(${pages} AS INTEGER))`
      return (await countChanges(tx)) - before >= 2
    })
  }

  async function findIn(
    db: Database | Transaction,
    ask: Ask,
    { conditions, limit }: { conditions: Prisma.Sql[]; limit: number },
  ): Promise<Match[]> {
    const all = [
      Prisma.sql`${wordTable} MATCH ${toExpression(ask)}`,
      ...conditions,
      ...(ask.from ? lies('>=', secondOf(ask.from)) : []),
      ...(ask.before ? lies('<', secondOf(ask.before)) : []),
    ]
    const found = Prisma.join(all, ' AND ')
    const hits = await db.$queryRaw<Match[]>`
      SELECT r."id", r."second"
      FROM (SELECT rowid AS "row" FROM ${wordTable} WHERE ${found} ORDER BY rowid DESC LIMIT ${limit}) AS hit
      JOIN ${rowTable} r ON r."row" = hit."row"
      ORDER BY hit."row" DESC`
    return hits.map(({ id, second }) => ({ id: Number(id), second: Number(second) }))
  }

  /** Rows narrow, the second decides: what was too much for a second stands among the rows of those that follow, nearly always none. */
  function lies(side: '>=' | '<', second: number): Prisma.Sql[] {
    const furthest = boundAt(side === '<' ? second + secondsSpilled : second)
    const its = Prisma.sql`(SELECT "second" FROM ${rowTable} WHERE "row" = ${wordTable}.rowid)`
    const is = Prisma.raw(side)
    return [Prisma.sql`rowid ${is} ${furthest}`, Prisma.sql`${its} ${is} ${second}`]
  }
}

/** A step of laying together keeps others from writing for some hundredths of a second. */
const pagesAtOnce = 500

async function countChanges(tx: Transaction): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT total_changes() AS "count"`
  return Number(row?.count ?? 0)
}

/** Room for fifty thousand articles of one second: an old site's posts that name a day and no time are all of its midnight. */
const secondsSpilled = 3600

/** Stands with every article, for whoever asks only what it must not have. */
const everything = ':all'
const letters: Record<IndexField, string> = {
  category: 'c',
  source: 's',
  author: 'a',
  tag: 't',
  security: 'x',
  owner: 'o',
  hand: 'h',
  mark: 'm',
}

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

/**
 * The first sign of each word: `1` begins thousands of words, and to go through the places of all of them takes a hundred milliseconds, so that what
 * so short a word begins is known by a word of its own. For two signs it would take more room than it saves time.
 */
function beginnings(words: string): string[] {
  const found = new Set<string>()
  for (const word of words.split(' ')) {
    const unit = word.charCodeAt(0)
    // Nearly all are pairs of 汉字.
    if (word === '' || (unit >= 0x4e00 && unit <= 0x9fff) || !isWord(word)) continue
    const [first = ''] = word
    found.add(beginning(first))
  }
  return [...found]
}

function beginning(sign: string): string {
  return `::${sign}`
}

function toPhrase(folded: string): string {
  if ([...folded].length === 1 && isWord(folded)) return quoted(beginning(folded))
  const { words, isOpen } = phraseWords(folded)
  return quoted(words.join(' ')) + (isOpen ? ' *' : '')
}

/** Folded words have no quotation marks; the marks make names of operators into words. */
function quoted(words: string): string {
  return `"${words}"`
}

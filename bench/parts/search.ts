import { join } from 'node:path'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { rankMatches } from '@/portal/rank-matches'
import { findMatches } from '@/store/article-index'
import { type Database, openDatabase } from '@/store/database'
import { findForDesk, firstPlace } from '@/store/desk-search'
import { findCategoriesMeant, findSecuritiesMeant, findTagsMeant } from '@/store/name-keys'
import { everything } from '@/store/search-ask'
import { qualities } from '../corpus/corpus-words'
import { writePost } from '../corpus/corpus'
import type { Finding } from '../report/finding'
import { quantile } from '../report/quantile'

const pageLength = 20
const rounds = 100
const mostCounted = 1001

type Kind = 'SQLite' | 'PostgreSQL'
/** What the design promises of each kind of store: milliseconds up to 100,000 articles and beyond, and index ÷ text. */
const goals = {
  SQLite: { ms: 10, msOfMillion: 25, times: 1.2 },
  PostgreSQL: { ms: 15, msOfMillion: 25, times: 1.6 },
} as const

/** How long a store takes to find the newest twenty and more, and what the index takes of the disk beside the text. */
export function measureSearch({ dataDir, ...corpus }: Corpus & { dataDir: string }): Promise<Finding[]> {
  return measureStore(`file:${join(dataDir, 'dibao.db')}`, 'SQLite', corpus)
}

/** The same on a PostgreSQL database that the corpus was imported into. */
export function measureSearchOnPostgres(url: string, corpus: Corpus): Promise<Finding[]> {
  return measureStore(url, 'PostgreSQL', corpus)
}

type Corpus = { size: number; seed: number }

async function measureStore(url: string, kind: Kind, { size, seed }: Corpus): Promise<Finding[]> {
  const db = await openDatabase(url)
  // What was written lies about until it is tidied up, as every store does by itself in time.
  if (kind === 'PostgreSQL') await db.$executeRawUnsafe('VACUUM ANALYZE article_grams')
  try {
    const findings: Finding[] = []
    for (const [what, ask] of Object.entries(questions(db, { size, seed }))) {
      const { ms, note } = await timed(ask)
      findings.push({
        part: 'search',
        what: `${kind}, ${size.toLocaleString('en')} articles, 95 %: ${what}`,
        unit: 'ms',
        figure: ms,
        ...(judged.has(what) && {
          goal: { most: size > 100_000 ? goals[kind].msOfMillion : goals[kind].ms },
        }),
        note,
      })
    }
    return [...findings, await indexPerText(db, kind, size)]
  } finally {
    await db.$disconnect()
  }
}

const judged = new Set([
  'newest 20 for a common word',
  'newest 20 for a word of some articles',
  'newest 20 for two words',
  'newest 20 for a long phrase',
  'newest 20 for a word that is nowhere',
])

/** What is asked, by its name in the report; each tells how many it found. */
function questions(db: Database, { size, seed }: Corpus): Record<string, () => Promise<number>> {
  const post = writePost(seed, Math.floor(size / 2))
  const sentence =
    foldText(post.text.replace(/<[^>]+>/g, '。'))
      .split(' ')
      .filter((run) => run.length > 8 && !isWord(run))[0] ?? ''
  const ask = (...phrases: string[]) => ({ ...everything, phrases })
  const newest =
    (limit: number, ...phrases: string[]) =>
    async () =>
      (await findMatches(db, ask(...phrases), { after: null, limit })).length
  const common = '企业'
  const some = foldText(qualities[0] ?? '')
  return {
    'newest 20 for a common word': newest(pageLength, common),
    'newest 20 for a word of some articles': newest(pageLength, some),
    'newest 20 for two words': newest(pageLength, common, foldText(qualities[1] ?? '')),
    'newest 20 for a long phrase': newest(pageLength, sentence.slice(0, 16)),
    'newest 20 for a word that is nowhere': newest(pageLength, '缅甸'),
    'newest 20 for a common word before a day': async () =>
      (
        await findMatches(
          db,
          { ...ask(common), before: new Date('2026-10-29T00:00:00Z') },
          { after: null, limit: pageLength },
        )
      ).length,
    'newest 20 for one digit': newest(pageLength, '1'),
    'newest 20 for one sign': newest(pageLength, '企'),
    'counting a common word to a thousand': newest(mostCounted, common),
    'the order by relevance of a common word, counted': async () => {
      const all = await findMatches(db, ask(common), { after: null, limit: mostCounted })
      return (await rankMatches(db, ask(common), { newest: all, after: null })).ranked.length
    },
    'suggestions for two letters': async () => {
      const [securities, categories, tags, headlines] = await Promise.all([
        findSecuritiesMeant(db, 'gz', 3),
        findCategoriesMeant(db, 'gz', 2),
        findTagsMeant(db, 'gz', 3),
        findMatches(db, ask('gz'), { after: null, limit: 10 }, 'headlines'),
      ])
      return securities.length + categories.length + tags.length + headlines.length
    },
    'suggestions for a common word': newestHeadlines(db, common),
    'the desk, newest 20 for a common word': async () => {
      const nobodys = { owner: null, statuses: null, notStatuses: [], who: [], notWho: [] }
      return (await findForDesk(db, { ...ask(common), ...nobodys }, { place: firstPlace, limit: pageLength })).found
        .length
    },
  }
}

function newestHeadlines(db: Database, phrase: string): () => Promise<number> {
  return async () =>
    (await findMatches(db, { ...everything, phrases: [phrase] }, { after: null, limit: 10 }, 'headlines')).length
}

async function timed(ask: () => Promise<number>): Promise<{ ms: number; note: string }> {
  const times: number[] = []
  let found = await ask()
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    found = await ask()
    times.push(performance.now() - begun)
  }
  return {
    ms: quantile(times, 0.95),
    note: `${found} found; half of the time within ${quantile(times, 0.5).toFixed(1)} ms`,
  }
}

async function indexPerText(db: Database, kind: Kind, size: number): Promise<Finding> {
  const index =
    kind === 'SQLite'
      ? await bytesIn(db, 'SELECT SUM(LENGTH("block")) AS "bytes" FROM article_words_data')
      : await bytesIn(db, `SELECT pg_relation_size('article_grams_grams_idx') AS "bytes"`)
  const text =
    kind === 'SQLite'
      ? await bytesIn(db, 'SELECT SUM(LENGTH(CAST("html" AS BLOB))) AS "bytes" FROM published_text')
      : await bytesIn(db, 'SELECT SUM(OCTET_LENGTH("html")) AS "bytes" FROM published_text')
  return {
    part: 'search',
    what: `${kind}, ${size.toLocaleString('en')} articles: index ÷ text, bytes`,
    unit: 'times',
    figure: index / text,
    goal: { most: goals[kind].times },
  }
}

async function bytesIn(db: Database, sql: string): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ bytes: bigint | number }[]>(sql)
  return Number(row?.bytes ?? 0)
}

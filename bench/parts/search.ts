import { join } from 'node:path'
import { foldText, isWord } from '@/newsroom/search/fold-text'
import { findMatches } from '@/store/article-index'
import { openDatabase } from '@/store/database'
import { everything } from '@/store/search-ask'
import { qualities } from '../corpus/corpus-words'
import { writePost } from '../corpus/corpus'
import type { Finding } from '../report/finding'
import { quantile } from '../report/quantile'

const pageLength = 20
const rounds = 100

/** How long the store takes to find the newest twenty, and what the index takes of the disk beside the text. */
export async function measureSearch({
  dataDir,
  size,
  seed,
}: {
  dataDir: string
  size: number
  seed: number
}): Promise<Finding[]> {
  const url = `file:${join(dataDir, 'dibao.db')}`
  const db = await openDatabase(url)
  try {
    const post = writePost(seed, Math.floor(size / 2))
    const sentence =
      foldText(post.text.replace(/<[^>]+>/g, '。'))
        .split(' ')
        .filter((run) => run.length > 8 && !isWord(run))[0] ?? ''
    const asked: Record<string, string[]> = {
      'a common word': ['企业'],
      'a word of some articles': [foldText(qualities[0] ?? '')],
      'two words': ['企业', foldText(qualities[1] ?? '')],
      'a long phrase': [sentence.slice(0, 16)],
      'a word that is nowhere': ['缅甸'],
    }
    const findings: Finding[] = []
    for (const [what, phrases] of Object.entries(asked)) {
      const ask = { ...everything, phrases }
      const times: number[] = []
      let found = 0
      for (let round = 0; round < rounds; round++) {
        const begun = performance.now()
        found = (await findMatches(db, ask, { after: null, limit: pageLength })).length
        times.push(performance.now() - begun)
      }
      const all = (await findMatches(db, ask, { after: null, limit: 1001 })).length
      findings.push({
        part: 'search',
        what: `newest ${pageLength} for ${what}, ${size.toLocaleString('en')} articles, 95 %`,
        unit: 'ms',
        figure: quantile(times, 0.95),
        goal: { most: 10 },
        note: `${found} of ${all > 1000 ? 'more than 1,000' : all}`,
      })
    }
    return [...findings, await indexPerText(db, size)]
  } finally {
    await db.$disconnect()
  }
}

async function indexPerText(db: Awaited<ReturnType<typeof openDatabase>>, size: number): Promise<Finding> {
  const [index] = await db.$queryRaw<
    { bytes: bigint }[]
  >`SELECT SUM(LENGTH("block")) AS "bytes" FROM article_words_data`
  const [text] = await db.$queryRaw<
    { bytes: bigint }[]
  >`SELECT SUM(LENGTH(CAST("html" AS BLOB))) AS "bytes" FROM published_text`
  return {
    part: 'search',
    what: `index ÷ text, bytes, ${size.toLocaleString('en')} articles`,
    unit: 'times',
    figure: Number(index?.bytes ?? 0) / Number(text?.bytes ?? 1),
    goal: { most: 1.2 },
  }
}

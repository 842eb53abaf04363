import { foldText } from '@/newsroom/search/fold-text'
import { findMatches } from './article-index'
import type { Database } from './database'
import { listStrangers } from './index-strangers'
import { readIndexEntries } from './index-entries'
import { secondOf } from './search-ask'

export type SearchFault = {
  articleId: number
  fault: 'is not in the index' | 'is in the index and not published' | 'is not found by what it says'
}

const atOnce = 200

/** Compares the index with what readers see, both ways, and names every article that is not as it should be; `onProgress` hears how many were looked at. */
export async function* verifySearch(db: Database, onProgress: (looked: number) => void): AsyncGenerator<SearchFault> {
  let looked = 0
  for (let after = 0; ; ) {
    const ids = (
      await db.publishedArticle.findMany({
        where: { articleId: { gt: after } },
        orderBy: { articleId: 'asc' },
        take: atOnce,
        select: { articleId: true },
      })
    ).map(({ articleId }) => articleId)
    for (const entry of await readIndexEntries(db, ids)) {
      for (const phrases of [[], entry.parts.flatMap(ends)]) {
        const isFound = await isFoundBy(db, entry, phrases)
        if (isFound) continue
        yield {
          articleId: entry.id,
          fault: phrases.length === 0 ? 'is not in the index' : 'is not found by what it says',
        }
        break
      }
    }
    looked += ids.length
    onProgress(looked)
    const last = ids.at(-1)
    if (last === undefined || ids.length < atOnce) break
    after = last
  }
  yield* strangers(db)
}

async function isFoundBy(
  db: Database,
  { id, publishedAt, under }: { id: number; publishedAt: Date; under: Parameters<typeof findMatches>[1]['notUnder'] },
  phrases: string[],
): Promise<boolean> {
  const second = secondOf(publishedAt)
  const ask = {
    phrases,
    without: [],
    under: phrases.length === 0 ? [] : under.map((one) => [one]),
    notUnder: [],
    from: new Date(second * 1000),
    before: new Date((second + 1) * 1000),
  }
  const [match] = await findMatches(db, ask, { after: { id: id + 1, second }, limit: 1 })
  return match?.id === id
}

/** The beginning and the end of a text, folded: a dozen signs of each. */
function ends(part: string): string[] {
  const folded = foldText(part)
  const first = folded.slice(0, 12).trim()
  const last = folded.slice(-12).replace(/^\S* /, '').trim()
  return [...new Set([first, last])].filter(Boolean)
}

async function* strangers(db: Database): AsyncGenerator<SearchFault> {
  for await (const { id } of listStrangers(db)) yield { articleId: id, fault: 'is in the index and not published' }
}

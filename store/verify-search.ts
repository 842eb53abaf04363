import { deskBody } from '@/newsroom/desk-text'
import { foldText } from '@/newsroom/search/fold-text'
import { isMatch } from './article-index'
import type { Database } from './database'
import { deskParts, isDeskMatch } from './desk-index'
import { listTheDesks, listVersionsToFind } from './desk-unread'
import { listStrangers } from './index-strangers'
import { readIndexEntries } from './index-entries'
import { everything } from './search-ask'

export type SearchFault = {
  articleId: number
  fault:
    | 'is not in the index'
    | 'is in the index and not published'
    | 'is not found by what it says'
    | 'is not found by its headline'
    | 'is not found at the desk by what it says'
    | 'is not found at the desk as it was and is'
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
      const says = { ...everything, phrases: entry.parts.flatMap(ends), under: entry.under.map((one) => [one]) }
      if (!(await isMatch(db, says, entry.id)))
        yield {
          articleId: entry.id,
          fault: (await isMatch(db, everything, entry.id)) ? 'is not found by what it says' : 'is not in the index',
        }
      else if (!(await isMatch(db, { ...says, phrases: ends(entry.parts[0] ?? '') }, entry.id, 'headlines')))
        yield { articleId: entry.id, fault: 'is not found by its headline' }
    }
    looked += ids.length
    onProgress(looked)
    const last = ids.at(-1)
    if (last === undefined || ids.length < atOnce) break
    after = last
  }
  yield* strangers(db)
}

/** Compares the desk's index with what the desk has and had, article by article. */
export async function* verifyDeskSearch(
  db: Database,
  onProgress: (looked: number) => void,
): AsyncGenerator<SearchFault> {
  let looked = 0
  for (let through = 2_147_483_647; ; ) {
    const ids = await listTheDesks(db, { through, take: atOnce })
    for (const id of ids) {
      const fault = await deskFault(db, id)
      if (fault) yield { articleId: id, fault }
    }
    looked += ids.length
    onProgress(looked)
    const last = ids.at(-1)
    if (last === undefined || ids.length < atOnce) return
    through = last - 1
  }
}

async function deskFault(db: Database, articleId: number): Promise<SearchFault['fault'] | null> {
  const wanted = await listVersionsToFind(db, articleId)
  const rows = await db.deskVersion.findMany({ where: { articleId } })
  const versions = new Map(rows.map(({ version, id }) => [version, id]))
  if (rows.length !== wanted.length || !wanted.every(({ version }) => versions.has(version)))
    return 'is not found at the desk as it was and is'
  for (const { version, copy } of wanted) {
    const phrases = deskParts({ ...copy, text: deskBody(copy).text }).flatMap(ends)
    if (!(await isDeskMatch(db, { ...everything, phrases }, versions.get(version) ?? 0)))
      return 'is not found at the desk by what it says'
  }
  return null
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

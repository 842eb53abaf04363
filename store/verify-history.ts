import { isDeepStrictEqual } from 'node:util'
import { chainHash } from '@/newsroom/history'
import type { Article } from '@/newsroom/article'
import type { Database } from './database'
import { act } from './history'
import { unpackCopy } from './packed-copy'
import { toArticle, wholeArticle } from './rows'

/** What is wrong with an article's history, in the words of who reads the report; `number` where it is one entry. */
export type Finding = { articleId: number; number: number | null; fault: string }

const articlesAtOnce = 200

/**
 * Reads the whole history and yields what is not as it was written: an entry that was changed, put in or taken out breaks the chain of
 * hashes, and the newest must be the text that the desk has. Articles that have no history yet are not in it.
 */
export async function* verifyHistory(
  db: Database,
  onProgress: (articles: number, entries: number) => void = () => {},
): AsyncGenerator<Finding> {
  let articles = 0
  let entries = 0
  for (let after = 0; ; ) {
    const rows = await db.article.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: articlesAtOnce,
      include: wholeArticle,
    })
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    for (const row of rows) {
      const history = await db.historyEntry.findMany({ where: { articleId: row.id }, orderBy: { number: 'asc' } })
      if (history.length === 0) continue
      articles++
      entries += history.length
      yield* faultsOf(toArticle(row), history)
    }
    onProgress(articles, entries)
  }
}

type Row = Awaited<ReturnType<Database['historyEntry']['findMany']>>[number]

function* faultsOf(article: Article, history: Row[]): Generator<Finding> {
  const articleId = article.id
  let previous = ''
  for (const row of history) {
    const { number } = row
    const fault = faultOf(row)
    if (fault) yield { articleId, number, fault }
    if (row.hash === null && row.act === 'autosave') continue
    if (row.hash !== chainHash(previous, { ...row, act: act.parse(row.act) }))
      yield { articleId, number, fault: 'it was changed, or the entry before it was changed, put in or taken out' }
    previous = row.hash ?? ''
  }
  const newest = history.at(-1)
  if (newest && newest.version !== article.version)
    yield {
      articleId,
      number: null,
      fault: `the desk has version ${article.version}, the history ends with version ${newest.version}`,
    }
  const kept = history.findLast(({ version, copy }) => version === article.version && copy !== null)
  if (kept?.copy && !isSame(kept.copy, article))
    yield { articleId, number: kept.number, fault: 'the text that the desk has is not the one that was saved' }
  const { publishedVersion } = article
  if (publishedVersion !== null && !history.some((row) => row.version >= publishedVersion))
    yield { articleId, number: null, fault: `the version that readers see, ${publishedVersion}, is not in it` }
}

function faultOf({ act: name, copy, copyHash }: Row): string | null {
  if (!act.safeParse(name).success) return `nobody does “${name}”`
  if (copy === null) return null
  try {
    return unpackCopy(copy).hash === copyHash ? null : 'its text is not the one that was saved'
  } catch {
    return 'its text cannot be read'
  }
}

function isSame(copy: Uint8Array, article: Article): boolean {
  try {
    return isDeepStrictEqual(unpackCopy(copy).copy, article.copy)
  } catch {
    return true // said already, of the entry itself
  }
}

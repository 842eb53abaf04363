import { isDeepStrictEqual } from 'node:util'
import type { Article } from '@/newsroom/article'
import { chainHash } from '@/newsroom/history'
import type { Database } from './database'
import { act } from './history'
import { unpackCopy } from './packed-copy'
import { toArticle, wholeArticle } from './rows'

/** What is wrong with an article's history, in the words of who reads the report; `number` where it is one entry. */
export type Finding = { articleId: number; number: number | null; fault: string }

const articlesAtOnce = 200

/** How many entries there are to read. */
export async function countHistory(db: Database): Promise<number> {
  return db.historyEntry.count()
}

/**
 * Reads the whole history and yields what is not as it was written: an entry that was changed, put in or taken out breaks the chain of
 * hashes, and the newest must be the act and the text that the desk has. Articles that have no history yet are not in it.
 */
export async function* verifyHistory(
  db: Database,
  onProgress: (seen: { articles: number; entries: number }) => void = () => {},
): AsyncGenerator<Finding> {
  const seen = { articles: 0, entries: 0 }
  for (let after = 0; ; ) {
    const ids = await db.article.findMany({
      where: { id: { gt: after }, history: { some: {} } },
      orderBy: { id: 'asc' },
      take: articlesAtOnce,
      select: { id: true },
    })
    const last = ids.at(-1)
    if (!last) return
    after = last.id
    for (const { id } of ids) {
      let { findings, entries } = await examine(db, id)
      // Somebody may have saved between the two questions.
      if (findings.length > 0) ({ findings, entries } = await examine(db, id))
      yield* findings
      seen.articles++
      seen.entries += entries
      onProgress(seen)
    }
  }
}

async function examine(db: Database, id: number): Promise<{ findings: Finding[]; entries: number }> {
  const row = await db.article.findUnique({ where: { id }, include: wholeArticle })
  const history = await db.historyEntry.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })
  const findings = [...faultsOfEntries(history)]
  try {
    if (row) findings.push(...faultsOfEnd(toArticle(row), history))
  } catch {
    findings.push({ articleId: id, number: null, fault: 'the article itself holds what nobody wrote' })
  }
  return { findings, entries: history.length }
}

type Row = Awaited<ReturnType<Database['historyEntry']['findMany']>>[number]

function* faultsOfEntries(history: Row[]): Generator<Finding> {
  let previous = ''
  const texts = new Map(
    history.filter(({ hash, copy }) => hash !== null && copy !== null).map((row) => [row.version, row.copyHash]),
  )
  for (const row of history) {
    const { articleId, number } = row
    const known = act.safeParse(row.act)
    if (!known.success) yield { articleId, number, fault: `nobody does “${row.act}”` }
    if (row.copy === null && texts.get(row.version) !== row.copyHash)
      yield { articleId, number, fault: 'its text is gone' }
    const fault = row.copy && faultOfCopy(row.copy, row.copyHash)
    if (fault) yield { articleId, number, fault }
    if (row.hash === null && known.data === 'autosave') continue
    if (!known.success || row.hash !== chainHash(previous, { ...row, act: known.data }))
      yield { articleId, number, fault: 'it was changed, or the entry before it was changed, put in or taken out' }
    previous = row.hash ?? ''
  }
}

function faultOfCopy(copy: Uint8Array, copyHash: string): string | null {
  try {
    return unpackCopy(copy).hash === copyHash ? null : 'its text is not the one that was saved'
  } catch {
    return 'its text cannot be read'
  }
}

/** The chain cannot tell whether its last entries are missing: how the article stands does. */
function* faultsOfEnd(article: Article, history: Row[]): Generator<Finding> {
  const articleId = article.id
  // What the desk says of an article and others leaves the article as it stands.
  const newest = history.findLast(({ act }) => act !== 'relate')
  if (!newest) return
  if (newest.version !== article.version)
    yield {
      articleId,
      number: null,
      fault: `the desk has version ${article.version}, the history ends with version ${newest.version}`,
    }
  else if (!isAct(article, newest)) yield { articleId, number: null, fault: 'its last act is not in it' }
  const kept = history.findLast(({ version, copy }) => version === article.version && copy !== null)
  if (kept?.copy && !isSame(kept.copy, article))
    yield { articleId, number: kept.number, fault: 'the text that the desk has is not the one that was saved' }
  const { publishedVersion } = article
  if (publishedVersion !== null && !isPublicIn(history, publishedVersion))
    yield { articleId, number: null, fault: `that version ${publishedVersion} became public is not in it` }
}

/** Whether an entry is of the act that left the article as it stands. */
function isAct({ updatedAt, updatedBy, autosaved, status }: Article, { at, byId, act: name }: Row): boolean {
  if (at.getTime() !== updatedAt.getTime() || byId !== (updatedBy?.id ?? null)) return false
  if (autosaved === (name !== 'autosave')) return false
  if (name === 'found') return true
  return (status === 'killed') === (name === 'kill') && (status === 'spiked') === (name === 'spike')
}

const showing = ['publish', 'move', 'correct', 'import', 'found']

/** An article that was public before its history began is found so. */
function isPublicIn(history: Row[], publishedVersion: number): boolean {
  return history.some(
    ({ act: name, version }) =>
      showing.includes(name) && (version === publishedVersion || (name === 'found' && version > publishedVersion)),
  )
}

function isSame(copy: Uint8Array, article: Article): boolean {
  try {
    return isDeepStrictEqual(unpackCopy(copy).copy, article.copy)
  } catch {
    return true // said already, of the entry itself
  }
}

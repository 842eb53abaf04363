import { foldText } from '@/newsroom/search/fold-text'
import { findAmong, findMatches } from '@/store/article-index'
import { type Database, openDatabase } from '@/store/database'
import { readIndexEntries } from '@/store/index-entries'
import { everything } from '@/store/search-ask'
import type { Finding } from '../report/finding'

const sentencesAsked = 1000
const pageLength = 20

type Sampled = { id: number; sentences: string[]; parts: string[] }

/** Measures a store by its address; `about` names it in the report. */
export async function measureRecallOf(url: string, about: string): Promise<Finding[]> {
  const db = await openDatabase(url)
  try {
    return await measureRecall(db, about)
  } finally {
    await db.$disconnect()
  }
}

/**
 * Asks for whatever two to four characters stand in a thousand sentences, as many as there are: how often an article is not
 * found by its own words, and how often one stands on the page that a reader would get and does not have them.
 */
async function measureRecall(db: Database, about: string): Promise<Finding[]> {
  const sampled = await sample(db)
  const partsOf = new Map(sampled.map(({ id, parts }) => [id, parts]))
  const owners = ownersOf(sampled)
  const missed: string[] = []
  const wrong: string[] = []
  for (const [phrase, those] of owners) {
    const ask = { ...everything, phrases: [phrase] }
    const found = new Set(await findAmong(db, ask, [...those]))
    for (const id of those) if (!found.has(id)) missed.push(`${phrase} in ${id}`)
    const newest = (await findMatches(db, ask, { after: null, limit: pageLength })).map(({ id }) => id)
    await readParts(db, newest, partsOf)
    for (const id of newest)
      if (!partsOf.get(id)?.some((part) => hasPhrase(part, phrase))) wrong.push(`${phrase} in ${id}`)
  }
  const note = `${owners.size.toLocaleString('en')} phrases of ${sampled.flatMap(({ sentences }) => sentences).length.toLocaleString('en')} sentences`
  const finding = (what: string, those: string[]): Finding => ({
    part: 'recall',
    what: `${about}: ${what}`,
    unit: 'count',
    figure: those.length,
    goal: { most: 0 },
    note: [note, ...those.slice(0, 3)].join('; '),
  })
  return [finding('articles not found by words of their own', missed), finding('found without the words', wrong)]
}

/** Articles from all of the archive, and a sentence of each; several where there are not so many. */
async function sample(db: Database): Promise<Sampled[]> {
  const all = await db.publishedArticle.findMany({ select: { articleId: true }, orderBy: { articleId: 'asc' } })
  const stride = Math.max(1, Math.floor(all.length / sentencesAsked))
  const ids = all.filter((_, index) => index % stride === 0).slice(0, sentencesAsked)
  const ofEach = Math.ceil(sentencesAsked / Math.max(1, ids.length))
  const sampled: Sampled[] = []
  for (const { articleId } of ids) {
    const [entry] = await readIndexEntries(db, [articleId])
    const whole = entry?.parts.flatMap((part) => part.match(/[^。！？\n]{4,}/g) ?? []) ?? []
    const every = Math.max(1, Math.floor(whole.length / ofEach))
    const sentences = whole.filter((_, index) => (index + articleId) % every === 0).slice(0, ofEach)
    if (entry) sampled.push({ id: articleId, sentences, parts: entry.parts.map(foldText) })
  }
  return sampled
}

/** Phrases, folded, and whose sentence has them. Words are found whole or by their beginning: none begins in the middle of one. */
function ownersOf(sampled: Sampled[]): Map<string, Set<number>> {
  const owners = new Map<string, Set<number>>()
  for (const { id, sentence } of sampled.flatMap(({ id, sentences }) =>
    sentences.map((sentence) => ({ id, sentence })),
  )) {
    const signs = [...sentence]
    for (let from = 0; from < signs.length; from++) {
      if (/^[\p{Script=Latin}\p{N}]{2}$/u.test(`${signs[from - 1] ?? ''}${signs[from]}`)) continue
      for (let length = 2; length <= 4 && from + length <= signs.length; length++) {
        const phrase = foldText(signs.slice(from, from + length).join(''))
        if (phrase !== '') owners.set(phrase, (owners.get(phrase) ?? new Set()).add(id))
      }
    }
  }
  return owners
}

async function readParts(db: Database, ids: number[], known: Map<number, string[]>): Promise<void> {
  const unknown = ids.filter((id) => !known.has(id))
  for (const { id, parts } of await readIndexEntries(db, unknown)) known.set(id, parts.map(foldText))
}

/** Whether a folded text has a folded phrase: a word at its beginning is not the rest of a longer one. */
function hasPhrase(text: string, phrase: string): boolean {
  return ` ${text}`.includes(/^[\p{Script=Latin}\p{N}]/u.test(phrase) ? ` ${phrase}` : phrase)
}

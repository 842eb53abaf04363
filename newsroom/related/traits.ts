import { foldText, isWord } from '../search/fold-text'
import { type Figures, figuresOf } from './figures'

/** An article as it is compared with others: all of it from what readers see. */
export type Comparable = {
  id: number
  publishedAt: Date
  /** The wire's code of the story. */
  wireCode: string | null
  headline: string
  standfirst: string | null
  /** The text, a line for each paragraph. */
  text: string
  tags: string[]
  /** Keys of the securities it marks: `sh.600519`. */
  securities: string[]
}

/** What decides how alike two articles are. */
export type Traits = Pick<Comparable, 'id' | 'publishedAt' | 'wireCode' | 'tags' | 'securities'> & {
  /** Pairs of signs and whole words of the headline, numbers left out. */
  headline: Set<string>
  /** Of the headline and the text. */
  all: Set<string>
  /** What it is about: its headline, and what its text says again and again. */
  keys: string[]
  /** Rows of signs as they stand in the text: copies share them, and nobody else does. Told when they are asked for, which is seldom. */
  rows: () => Set<string>
  figures: Figures
}

/** A story says in so many signs what it is about; the rest is background, and costs. */
const readLength = 1000
/** Keys looked up in the index for each article: enough for a headline of 22 signs and what its text insists on. */
const most = { headline: 20, repeated: 10 }
/** Signs of a row: shorter ones are found in any two texts of one trade. */
const rowLength = 7

/** Makes an article ready to be compared. */
export function traitsOf(article: Comparable): Traits {
  const { id, publishedAt, wireCode, tags, securities, standfirst } = article
  const text = `${standfirst ?? ''}\n${article.text}`.slice(0, readLength)
  const [headlineTerms, textTerms] = [termsOf(foldText(article.headline)), termsOf(foldText(text))]
  const headline = new Set(headlineTerms)
  let rows: Set<string> | undefined
  return {
    id,
    publishedAt,
    wireCode,
    tags,
    securities,
    headline,
    all: new Set([...headlineTerms, ...textTerms]),
    keys: [...[...headline].slice(0, most.headline), ...repeatedIn(textTerms, headline)],
    rows: () => {
      rows ??= rowsOf(text)
      return rows
    },
    figures: figuresOf(article.headline, text),
  }
}

/** Pairs of neighbouring signs, and words. Numbers are compared as figures, and single signs say nothing. */
function termsOf(folded: string): string[] {
  const terms: string[] = []
  for (const run of folded.split(' ')) {
    if (run.length < 2) continue
    if (!isWord(run)) for (let at = 0; at + 2 <= run.length; at++) terms.push(run.slice(at, at + 2))
    else if (!onlyDigits.test(run)) terms.push(run)
  }
  return terms
}

const onlyDigits = /^\p{N}+$/u

/** What a text says three times is what it is about, besides what its headline says. */
function repeatedIn(terms: string[], headline: Set<string>): string[] {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [...counts]
    .filter(([term, count]) => count >= 3 && !headline.has(term))
    .sort(([, one], [, other]) => other - one)
    .slice(0, most.repeated)
    .map(([term]) => term)
}

function rowsOf(text: string): Set<string> {
  const signs = foldText(text).replaceAll(' ', '')
  const rows = new Set<string>()
  for (let at = 0; at + rowLength <= signs.length; at++) rows.add(signs.slice(at, at + rowLength))
  return rows
}

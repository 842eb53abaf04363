import { foldText, isWord } from './fold-text'

/** What of an article is looked at, folded. */
export type Weighed = { headline: string; standfirst: string; text: string }

/** What the parts of an article count for. Each is more than everything after it together. */
const weights = { headline: 400, standfirst: 150, text: 60, recency: 30 } as const
/** More often than this says no more. */
const mostCounted = 8
/** Days after which being new counts half. */
const halfNew = 30

/**
 * How much an article is about some phrases, as a whole number: having one in the headline counts more than in the standfirst, and that more than
 * in the text; the nearer to the beginning, the more; in the text, also how often. Of what is alike, the newer counts more, by its age in
 * days. Several phrases share what there is, and standing together in the headline they count as one more.
 */
export function relevanceOf({ headline, standfirst, text }: Weighed, phrases: string[], ageInDays: number): number {
  const all = withWhole(phrases)
  const said = all.map((phrase) => {
    if (has(headline, phrase)) return weights.headline * nearness(headline, phrase)
    if (has(standfirst, phrase)) return weights.standfirst * nearness(standfirst, phrase)
    return 0
  })
  const body = all.map((phrase) => {
    const count = Math.min(countOf(text, phrase), mostCounted)
    return count === 0 ? 0 : (weights.text / 2) * (count / mostCounted) + (weights.text / 2) * nearness(text, phrase)
  })
  const recency = weights.recency / (1 + Math.max(0, ageInDays) / halfNew)
  return Math.round(10 * (mean(said) + mean(body) + recency))
}

/** What several terms are when they stand side by side, as one more phrase. */
function withWhole(phrases: string[]): string[] {
  if (phrases.length < 2) return phrases
  return [...phrases, foldText(phrases.map((one, at) => (at > 0 && isWord(one) ? ` ${one}` : one)).join(''))]
}

/** From 1 at the beginning down to a little more than three quarters at the end of a long text. */
function nearness(text: string, phrase: string): number {
  const at = placeOf(text, phrase, 0)
  return 1 - 0.24 * (at / (at + 20))
}

function has(text: string, phrase: string): boolean {
  return placeOf(text, phrase, 0) >= 0
}

function countOf(text: string, phrase: string): number {
  let count = 0
  for (let at = placeOf(text, phrase, 0); at >= 0 && count < mostCounted; at = placeOf(text, phrase, at + 1)) count++
  return count
}

/** Where a phrase stands next: between signs anywhere, else at the beginning of a word. */
function placeOf(text: string, phrase: string, from: number): number {
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1))
    if (at === 0 || text[at - 1] === ' ' || !isWord(phrase)) return at
  return -1
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

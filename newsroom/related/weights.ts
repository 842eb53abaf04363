import type { Weights } from './liken'

/** What is known of the articles of a stretch of time. */
export type Frequencies = {
  /** How many there are, or about as many. */
  articles: number
  /** How many of them have each term, tag and security that was asked for. */
  terms: Map<string, number>
  tags: Map<string, number>
  securities: Map<string, number>
}

/** A tag on more articles than this in a window, or on more than a tenth of them, names a field such as 新闻, and no matter. */
export const mostTagged = 30
/** A security in more than this is an index, or one that every report of the market names. */
export const mostMarked = 60
const commonShare = 0.1
/** In a small window a share says nothing: three of five articles may well be of one matter. */
const smallWindow = 12

/** Weighs as usual: the logarithm of how many articles there are for each one that has it. What nobody has counted weighs as something middling. */
export function weightsOf({ articles, terms, tags, securities }: Frequencies): Weights {
  const known = new Map([...terms].map(([term, count]) => [term, weightOf(count, articles)]))
  const middling = weightOf(Math.sqrt(articles), articles)
  const isRare = (counts: Map<string, number>, most: number) => (name: string) =>
    (counts.get(name) ?? 0) <= Math.min(most, Math.max(smallWindow, articles * commonShare))
  return {
    term: (term) => known.get(term) ?? middling,
    isRareTag: isRare(tags, mostTagged),
    isRareSecurity: isRare(securities, mostMarked),
  }
}

function weightOf(count: number, articles: number): number {
  return Math.log(1 + articles / Math.max(1, count))
}

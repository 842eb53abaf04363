/** Where a page of what was found starts, and in which order. */
export type SearchPlace =
  /** Newest first, after an article. */
  | { by: 'time'; after: number | null }
  /** What counts most first. */
  | { by: 'relevance'; after: RelevancePlace | null }

/**
 * After an article of such a score. `asOf` is the second of the newest article that was found when the first page was made: what came later is
 * not among those in order, and how new an article is goes by that second, so that a reader who turns pages meets none twice and misses none.
 */
export type RelevancePlace = { id: number; score: number; asOf: number }

/** Reads `by` and `after` of an address. What cannot be meant is as if it were not there. */
export function readSearchPlace({ by, after }: { by: string; after: string }): SearchPlace {
  if (by !== 'relevance') return { by: 'time', after: isRowNumber(after) ? Number(after) : null }
  const [, id = '', score, asOf] = /^(\d{1,10})-(\d{1,5})-(\d{1,10})$/.exec(after) ?? []
  return { by, after: isRowNumber(id) ? { id: Number(id), score: Number(score), asOf: Number(asOf) } : null }
}

/** The same as an address says it, with an ampersand before each part. */
export function writeSearchPlace({ by, after }: SearchPlace): string {
  if (by === 'time') return after === null ? '' : `&after=${after}`
  return `&by=relevance${after === null ? '' : `&after=${after.id}-${after.score}-${after.asOf}`}`
}

/** Whether a text is the number of a row, as both stores count. */
function isRowNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647
}

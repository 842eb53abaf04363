import type { PublishedArticle } from '../published-article'
import type { Stretch } from './mark-text'
import type { Query } from './read-query'
import type { SearchPlace } from './search-place'

/** An article that was found, with what was asked for marked in it. */
export type Hit = { article: PublishedArticle; headline: Stretch[]; excerpts: Stretch[][] }

/** How many of the articles found stand under a name; at least so many, where not all were counted. */
export type Facet = { name: string; count: number }

/** A page of what was found. */
export type SearchResult = {
  query: Query
  hits: Hit[]
  /** All that were found, or the most that are counted. */
  count: number
  isMore: boolean
  categories: Facet[]
  sources: Facet[]
  /** `2026-11`, newest first. */
  months: Facet[]
  /** How many were put in the order of relevance; null where the newest come first. */
  ranked: number | null
  /** Where the next page starts; null on the last one. */
  next: SearchPlace | null
}

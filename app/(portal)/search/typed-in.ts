import { longestQuery } from '@/newsroom/search/read-query'

/** What was typed, as far as it is read: one more than that shows that there was more. */
export function typedIn(query: string): string {
  return query
    .trim()
    .slice(0, longestQuery + 1)
    .toWellFormed()
}

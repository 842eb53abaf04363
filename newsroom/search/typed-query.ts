import { longestQuery } from './read-query'

/** What was typed into a search box, as far as it is read: one unit more than that shows that there was more. Control characters part words. */
export function typedQuery(typed: string): string {
  return typed
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, longestQuery + 1)
    .toWellFormed()
}

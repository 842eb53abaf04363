import { foldText } from './fold-text'

/** What somebody who types may be looking for, and where it is. */
export type Suggestion = { kind: 'security' | 'category' | 'tag' | 'headline'; text: string; path: string }

const longestTyped = 40

/** What was typed so far, in the one way in which it is asked for. */
export function typedSoFar(typed: string): string {
  return foldText(typed.slice(0, longestTyped))
}

import type { Category } from './category'
import { foldTyped } from './fold-typed'
import { foldText } from './search/fold-text'
import { spellingOf } from './spelling-of'

/**
 * Categories whose names have the signs that were typed, 简 or 繁, or are spelled so in pinyin from one of their signs on: in full (`caijing`),
 * by initials (`cj`), or in part of both (`caij`).
 */
export function filterCategories(categories: Category[], typed: string): Category[] {
  const wanted = foldTyped(typed)
  if (wanted === '') return categories
  const folded = foldText(wanted)
  return categories.filter(({ name }) => isNamed(name, { wanted, folded }) || isSpelled(spellingOf(name), wanted))
}

function isNamed(name: string, { wanted, folded }: { wanted: string; folded: string }): boolean {
  const squeezed = foldTyped(name)
  return squeezed.includes(wanted) || (folded !== '' && foldText(squeezed).includes(folded))
}

/** Whether the letters run through the syllables from one of them on: of each its beginning, and of the last as much as there is. */
function isSpelled(syllables: readonly string[], letters: string): boolean {
  return syllables.some((_, from) => runsThrough(syllables, from, letters))
}

function runsThrough(syllables: readonly string[], from: number, letters: string): boolean {
  if (letters === '') return true
  const syllable = syllables[from]
  if (syllable === undefined) return false
  let shared = 0
  while (shared < syllable.length && shared < letters.length && syllable[shared] === letters[shared]) shared++
  // Whatever part of the syllable was typed, the rest may be the next one's: `xian` is 西安 as well as 先.
  for (let taken = shared; taken > 0; taken--) if (runsThrough(syllables, from + 1, letters.slice(taken))) return true
  return false
}

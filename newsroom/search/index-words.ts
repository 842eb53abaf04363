import { foldText, isWord } from './fold-text'

/**
 * What a text is found by, as words with spaces between, in the order of the text: each two neighbouring signs, the last sign of each run by
 * itself, and words whole. A phrase of such words stands in the index just where it stands in the text. Parts of an article (headline, text)
 * are kept apart, so that no phrase runs from one into the next.
 */
export function indexWords(parts: string[]): string {
  return parts
    .map((part) => foldText(part).split(' ').filter(Boolean).map(wordsOfRun).join(' '))
    .filter(Boolean)
    .join(` ${partition} `)
}

/** A phrase, folded, as it stands in the index; with `isOpen` its last word may go on. */
export function phraseWords(folded: string): { words: string[]; isOpen: boolean } {
  const runs = folded.split(' ')
  const last = runs.pop() ?? ''
  const words = runs.flatMap((run) => wordsOfRun(run).split(' '))
  const signs = [...last]
  const isOpen = isWord(last) || signs.length === 1
  return { words: [...words, ...(isOpen ? [last] : pairsOf(signs))], isOpen }
}

/** No text folds to it. */
const partition = '¶'

function wordsOfRun(run: string): string {
  if (isWord(run)) return run
  const signs = beyondOneUnit.test(run) ? [...run] : run
  let words = ''
  for (let at = 0; at + 1 < signs.length; at++) words += `${signs[at]}${signs[at + 1]} `
  // One by itself shows where a run ends, and lets a single sign be found by the beginning of a pair, or so.
  return words + signs[signs.length - 1]
}

const beyondOneUnit = /[\ud800-\udbff]/

function pairsOf(signs: string[]): string[] {
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}

import { breakableHtml, escapeText } from './breakable-html'
import { textWidth } from './headline-words'

/**
 * What makes an element show a headline that breaks where it is read: at the writer's spaces, after punctuation where a clause is long, and
 * inside a clause only between words. When a clause is longer than `most` characters, lines break between words throughout. Its text is the
 * headline, to the letter. HTML and no elements: a page shows dozens of headlines, and an element for each of their words was a tenth of what it
 * cost to make, one for each of their clauses a thirtieth.
 */
export function inClauses(text: string, most: number): { dangerouslySetInnerHTML: { __html: string } } {
  return { dangerouslySetInnerHTML: { __html: clausesHtml(text, most) } }
}

function clausesHtml(text: string, most: number): string {
  if (!/\p{Script=Han}/u.test(text)) return escapeText(text)
  const clauses = clausesThatFit(text, most)
  if (clauses.length < 2) return `<span class="words">${breakableHtml(text)}</span>`
  return clauses
    .map(({ words, spaced }) => `${spaced ? ' ' : ''}<span class="clause">${breakableHtml(words)}</span>`)
    .join('')
}

const PUNCTUATED = /[^：，！？；]*[：，！？；]+[”’」』）》】]*|[^：，！？；]+/gu

type Clause = { words: string; spaced: boolean }

/** The clauses, where each fits a line and breaking at them costs no line more than running on would. */
function clausesThatFit(text: string, most: number): Clause[] {
  const clauses = text
    .trim()
    .split(/\s+/u)
    .flatMap((piece, at): Clause[] => {
      const parts = textWidth(piece) <= most ? [piece] : (piece.match(PUNCTUATED) ?? [piece])
      return parts.map((words, part) => ({ words, spaced: at > 0 && part === 0 }))
    })
  const fits = clauses.every(({ words }) => textWidth(words) <= most)
  return fits && linesOf(clauses, most) <= Math.ceil(textWidth(text) / most) ? clauses : []
}

function linesOf(clauses: Clause[], most: number): number {
  let lines = 1
  let used = 0
  for (const { words } of clauses) {
    const width = textWidth(words)
    if (used > 0 && used + width > most) {
      lines++
      used = 0
    }
    used += width
  }
  return lines
}

import { Fragment } from 'react'
import { breakableHtml } from './breakable-html'
import { textWidth } from './headline-words'

/**
 * A headline that breaks where it is read: at the writer's spaces, after punctuation where a clause is long, and inside
 * a clause only between words. When a clause is longer than `most` characters, lines break between words throughout.
 * Its text is the headline, to the letter.
 */
export function Clauses({ text, most }: { text: string; most: number }) {
  const clauses = clausesThatFit(text, most)
  if (clauses.length < 2) return <Words text={text} />
  return clauses.map(({ words, spaced }, at) => (
    <Fragment key={at}>
      {spaced ? ' ' : null}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is text, escaped */}
      <span className="clause" dangerouslySetInnerHTML={{ __html: breakableHtml(words) }} />
    </Fragment>
  ))
}

function Words({ text }: { text: string }) {
  if (!/\p{Script=Han}/u.test(text)) return text
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it is text, escaped
  return <span className="words" dangerouslySetInnerHTML={{ __html: breakableHtml(text) }} />
}

const PUNCTUATED = /[^：，！？；]*[：，！？；]+[”’」』）》】]*|[^：，！？；]+/gu

type Clause = { words: string; spaced: boolean }

/** The clauses, where each fits a line and breaking at them costs no line more than running on would. */
function clausesThatFit(text: string, most: number): Clause[] {
  if (!/\p{Script=Han}/u.test(text)) return []
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

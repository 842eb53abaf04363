import { listDifference, newBudget } from './list-difference'

/** A stretch of text: in both versions, or only in one. */
export type Stretch = { in: 'both' | 'before' | 'after'; text: string }

/** Texts longer than this many words together are not compared word by word: nobody reads such a difference. */
const mostWords = 40_000

/**
 * How a text became another, word by word: words of Chinese as a reader sees them, numbers and Latin words whole. Texts that are compared on
 * one `budget` take no longer together than one may.
 */
export function wordDifference(before: string, after: string, budget = newBudget()): Stretch[] {
  const [old, fresh] = [wordsIn(before), wordsIn(after)]
  if (old.length + fresh.length > mostWords) return stretches(before, after)
  const out: Stretch[] = []
  let at = 0
  for (const { buffer1, buffer2 } of listDifference(old, fresh, budget)) {
    const [start, length] = buffer1
    const [from, count] = buffer2
    if (start > at) out.push({ in: 'both', text: old.slice(at, start).join('') })
    out.push(...stretches(old.slice(start, start + length).join(''), fresh.slice(from, from + count).join('')))
    at = start + length
  }
  if (at < old.length) out.push({ in: 'both', text: old.slice(at).join('') })
  return readable(out)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Characters that are read at a time, at most: every segment that the segmenter gives holds a copy of the whole text it is from, so that a
 * chapter without a stop would fill the memory.
 */
const readAtATime = 400
const pieces = new RegExp(`<[^<>]*>|\\s+|[。，、；：？！…]|[^\\s<。，、；：？！…]{1,${readAtATime}}|<`, 'gu')

/** What one side has of a difference: every stretch but those that only the other has. */
export function sideOf(stretches: Stretch[], side: 'before' | 'after'): Stretch[] {
  return stretches.filter((stretch) => stretch.in === 'both' || stretch.in === side)
}

/** Markup stands by itself, so that a changed tag is no changed word. */
function wordsIn(text: string): string[] {
  return (text.match(pieces) ?? []).flatMap((piece) =>
    /^(?:<.|\s)/.test(piece) ? [piece] : [...segmenter.segment(piece)].map(({ segment }) => segment),
  )
}

function stretches(before: string, after: string): Stretch[] {
  const all: Stretch[] = [
    { in: 'before', text: before },
    { in: 'after', text: after },
  ]
  return all.filter(({ text }) => text !== '')
}

/** A lone character that both have between two changes is an accident of the language: it is read as part of the change. */
function readable(given: Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let before = ''
  let after = ''
  const flush = () => {
    out.push(...stretches(before, after))
    before = ''
    after = ''
  }
  given.forEach((stretch, at) => {
    const isLone = stretch.in === 'both' && at > 0 && at < given.length - 1 && Array.from(stretch.text).length < 2
    if (stretch.in === 'both' && !isLone) {
      flush()
      out.push(stretch)
      return
    }
    if (stretch.in !== 'after') before += stretch.text
    if (stretch.in !== 'before') after += stretch.text
  })
  flush()
  return out
}

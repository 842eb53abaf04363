import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'
import { listDifference } from './list-difference'

/** A run of paragraphs, and who changed it since the version that both began with. */
export type BodyPart =
  | { is: 'same'; text: string }
  | { is: 'theirs' | 'mine' | 'alike'; base: string; text: string }
  | { is: 'conflict'; base: string; theirs: string; mine: string }

type Side = 'theirs' | 'mine'
/** A side put `blocks` in the place of the base's blocks from `start` to before `end`. */
type Hunk = { side: Side; start: number; end: number; blocks: string[] }

/**
 * Puts two people's changes of a body together, paragraph by paragraph: what only one of them touched is taken, what both touched is left
 * for a person to choose. Paragraphs are the body's top-level blocks; white space around them is nobody's change.
 */
export function mergeBody(
  { base, theirs, mine }: { base: string; theirs: string; mine: string },
  format: BodyFormat,
): BodyPart[] {
  const origin = slice(base, format)
  const hunks = [
    ...hunksOf('theirs', origin, slice(theirs, format)),
    ...hunksOf('mine', origin, slice(mine, format)),
  ].sort((one, other) => one.start - other.start || one.end - other.end)

  const parts: BodyPart[] = []
  let done = 0
  for (let hunk = hunks.shift(); hunk; hunk = hunks.shift()) {
    const group = [hunk]
    let { start, end } = hunk
    for (let next = hunks[0]; next && meets(next, { start, end }); next = hunks[0]) {
      group.push(next)
      end = Math.max(end, next.end)
      hunks.shift()
    }
    keep(start)
    parts.push(toPart(group, { start, end }))
    done = end
  }
  keep(origin.length)
  return parts

  function keep(until: number): void {
    if (until > done) parts.push({ is: 'same', text: origin.slice(done, until).join('') })
    done = Math.max(done, until)
  }

  function toPart(group: Hunk[], range: { start: number; end: number }): BodyPart {
    const before = origin.slice(range.start, range.end).join('')
    const [first] = group
    const sides = new Set(group.map(({ side }) => side))
    if (sides.size === 1 && first) return { is: first.side, base: before, text: textOf(first.side, group, range) }
    const [theirText, myText] = [textOf('theirs', group, range), textOf('mine', group, range)]
    return theirText.trim() === myText.trim()
      ? { is: 'alike', base: before, text: theirText }
      : { is: 'conflict', base: before, theirs: theirText, mine: myText }
  }

  /** A stretch of the base as one side has it. */
  function textOf(side: Side, group: Hunk[], { start, end }: { start: number; end: number }): string {
    const out: string[] = []
    let at = start
    for (const hunk of group.filter((one) => one.side === side)) {
      out.push(...origin.slice(at, hunk.start), ...hunk.blocks)
      at = hunk.end
    }
    return [...out, ...origin.slice(at, end)].join('')
  }
}

/**
 * The body that the parts make when `choose` says what stands where both changed the same. Paragraphs of different hands are kept apart by an
 * empty line.
 */
export function joinParts(
  parts: readonly BodyPart[],
  format: BodyFormat,
  choose: (conflict: Extract<BodyPart, { is: 'conflict' }>, index: number) => string,
): string {
  return joinTexts(
    parts.map((part, index) => (part.is === 'conflict' ? choose(part, index) : part.text)),
    format,
  )
}

/** A body of runs of paragraphs, kept apart as `joinParts` does. */
export function joinTexts(runs: readonly string[], format: BodyFormat): string {
  const texts = runs.filter((text) => text !== '')
  return texts.map((text, index) => (index < texts.length - 1 && format === 'markdown' ? closed(text) : text)).join('')
}

/** With an empty line behind it; a line of ideographic spaces is none. */
function closed(text: string): string {
  const space = text.slice(text.trimEnd().length).split(/[^ \t\r\n]/)
  const lineEnds = (space.at(-1) ?? '').split('\n').length - 1
  return text + '\n'.repeat(Math.max(0, 2 - lineEnds))
}

/** The blocks, each with its own indent: a list whose first line lost it would be another list. */
function slice(body: string, format: BodyFormat): string[] {
  let indent = ''
  return sliceBody(body, format).map(({ source }, index, all) => {
    const line = source.lastIndexOf('\n') + 1
    const isNextIndented = index < all.length - 1 && line > 0 && source.slice(line).trim() === ''
    const block = indent + (isNextIndented ? source.slice(0, line) : source)
    indent = isNextIndented ? source.slice(line) : ''
    return block
  })
}

function hunksOf(side: Side, base: string[], changed: string[]): Hunk[] {
  return listDifference(base.map(plain), changed.map(plain)).flatMap(
    ({ buffer1: [start, length], buffer2: [from, count] }) => {
      const blocks = changed.slice(from, from + count)
      // As many paragraphs as before: each took the place of one, and the next may be another person's.
      if (length === count)
        return blocks.map((block, at) => ({ side, start: start + at, end: start + at + 1, blocks: [block] }))
      return [{ side, start, end: start + length, blocks }]
    },
  )
}

function plain(block: string): string {
  return block.trim()
}

/** Whether a change begins within a range, or both put something in at the same place. */
function meets(hunk: Hunk, { start, end }: { start: number; end: number }): boolean {
  return hunk.start < end || (start === end && hunk.start === start && hunk.end === start)
}

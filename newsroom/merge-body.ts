import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'
import { closed, keepApart } from './keep-apart'
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
  return askWhereNothingParts(parts, format)

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
    const runs: string[][] = []
    let at = start
    for (const hunk of group.filter((one) => one.side === side)) {
      runs.push(origin.slice(at, hunk.start), hunk.blocks)
      at = hunk.end
    }
    return joinTexts(
      [...runs, origin.slice(at, end)].map((blocks) => blocks.join('')),
      format,
    )
  }
}

/**
 * What one part ends with may swallow what the next begins with, whatever stands between: a fence that is never closed, or loose text in HTML
 * when the element between has gone. Then all of it is one for a person to choose.
 */
function askWhereNothingParts(parts: BodyPart[], format: BodyFormat): BodyPart[] {
  const out: BodyPart[] = []
  for (const part of parts) {
    out.push(part)
    const at = out.findLastIndex((one, index) => index < out.length - 1 && textOf(one) !== '')
    const before = textOf(out[at])
    const now = textOf(part)
    if (!before || !now || keepApart(before, now, format) !== null) continue
    const joined = out.splice(at)
    out.push({
      is: 'conflict',
      base: joined.map((one) => asHas('base', one)).join(''),
      theirs: joinTexts(
        joined.map((one) => asHas('theirs', one)),
        format,
      ),
      mine: joinTexts(
        joined.map((one) => asHas('mine', one)),
        format,
      ),
    })
  }
  return out
}

/** What stands there; null where that is still to be chosen. */
function textOf(part: BodyPart | undefined): string | null {
  return part && part.is !== 'conflict' ? part.text : null
}

function asHas(side: Side | 'base', part: BodyPart): string {
  if (part.is === 'conflict') return part[side]
  if (part.is === 'same' || part.is === side) return part.text
  return part.is === 'alike' && side !== 'base' ? part.text : part.base
}

/**
 * The body that the parts make when `choose` says what stands where both changed the same. Paragraphs of different hands are kept apart.
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

/** A body of runs of paragraphs, in their order; nothing of one becomes a part of the next where that can be helped. */
export function joinTexts(runs: readonly string[], format: BodyFormat): string {
  const texts = runs.filter((text) => text !== '')
  return texts
    .map((text, index) => {
      const next = texts[index + 1]
      return next === undefined ? text : (keepApart(text, next, format) ?? closed(text, format))
    })
    .join('')
}

/** Both of what two people made of one run of paragraphs, theirs first. */
export function joinBoth({ theirs, mine }: { theirs: string; mine: string }, format: BodyFormat): string {
  if (theirs.trim() === '' || mine.trim() === '') return theirs.trim() === '' ? mine : theirs
  return joinTexts([format === 'html' ? `${theirs.trimEnd()}\n\n` : theirs, mine], format)
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

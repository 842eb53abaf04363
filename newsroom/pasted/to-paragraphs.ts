import { areSame, type Marks, shared } from './marks'

/** A piece of text that wears the same from end to end. A line ends in it where `lineEnd` stands. */
export type Run = { readonly text: string; readonly marks: Marks }

/** Unicode's own line separator stands for a `<br>`, so that a copied one is one too. */
export const lineEnd = '\u2028'

/**
 * Loose text as paragraphs: none empty, none with blanks at its ends or runs of blanks in it. A blank line parts paragraphs,
 * and so does a line that begins with the indent of a Chinese paragraph, as pages write that know `<br>` alone.
 */
export function toParagraphs(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = []
  let open: Run[] | null = null
  for (const line of linesOf(runs)) {
    const tight = tighten(line)
    const [first] = tight
    const last = open?.at(-1)
    if (!first) open = null
    else if (open && last && !isIndented(line))
      open.push({ text: lineEnd, marks: shared(last.marks, first.marks) }, ...tight)
    else {
      open = tight
      paragraphs.push(open)
    }
  }
  return paragraphs
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, marks } of runs) {
    for (const [index, part] of text.split(lineEnd).entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ text: part, marks })
    }
  }
  return lines
}

function isIndented(line: readonly Run[]): boolean {
  const text = line.map((run) => run.text).join('')
  return /^[ \t\n\r\f]*(?:\u00a0\s*)?(?:\u3000|\u00a0)/.test(text)
}

/** A blank between two runs wears what both wear: no underline hangs over a word's end. */
function tighten(line: readonly Run[]): Run[] {
  const tight: Run[] = []
  let blank = ''
  for (const { text, marks } of line) {
    for (const piece of text.match(/[ \t\n\r\f\u00a0]+|[^ \t\n\r\f\u00a0]+/g) ?? []) {
      const last = tight.at(-1)
      const word = last ? piece : piece.trimStart()
      if (/^[ \t\n\r\f\u00a0]*$/.test(word)) {
        blank += word
        continue
      }
      if (last && blank !== '' && !isSeam(last.text, blank, word)) append(tight, ' ', shared(last.marks, marks))
      append(tight, word, marks)
      blank = ''
    }
  }
  return trimEnd(tight)
}

/** Word and old pages break the lines of their source between any two Chinese characters: no blank is meant there. */
function isSeam(before: string, blank: string, after: string): boolean {
  return /[\n\r]/.test(blank) && chineseAtEnd.test(before) && chineseAtStart.test(after)
}

const chinese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—·]'
const chineseAtEnd = new RegExp(`${chinese}$`, 'u')
const chineseAtStart = new RegExp(`^${chinese}`, 'u')

function append(runs: Run[], text: string, marks: Marks): void {
  const last = runs.at(-1)
  if (last && areSame(last.marks, marks)) runs[runs.length - 1] = { text: last.text + text, marks }
  else runs.push({ text, marks })
}

function trimEnd(runs: Run[]): Run[] {
  const last = runs.at(-1)
  if (!last) return runs
  const text = last.text.trimEnd()
  return text === '' ? trimEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { text, marks: last.marks }]
}

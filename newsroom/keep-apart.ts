import { sliceBody } from './body-blocks'
import type { BodyFormat } from './copy'

/**
 * A text with what has to stand behind it so that another may follow, and every block of both stays a block of its own. Null where nothing
 * keeps them apart, as behind a fence that is never closed.
 */
export function keepApart(text: string, next: string, format: BodyFormat): string | null {
  const simplest = closed(text, format)
  if (isPlainSeam(text, next, format)) return simplest
  const last = sliceBody(text, format).at(-1)?.source ?? ''
  const first = sliceBody(next, format)[0]?.source ?? ''
  const wanted = [...wordsOfBlocks(last, format), ...wordsOfBlocks(first, format)].join('\0')
  const tries = format === 'markdown' ? [simplest, simplest + divider] : [simplest]
  const start = text.length - last.length
  return tries.find((one) => wordsOfBlocks(one.slice(start) + first, format).join('\0') === wanted) ?? null
}

/** Two lists, or a list and code that is set in, are one in Markdown however many empty lines part them: a comment does. */
const divider = '<!-- -->\n\n'

/** In Markdown with an empty line behind it; a line of ideographic spaces is none. */
export function closed(text: string, format: BodyFormat): string {
  if (format === 'html') return text
  const space = text.slice(text.trimEnd().length).split(/[^ \t\r\n]/)
  const lineEnds = (space.at(-1) ?? '').split('\n').length - 1
  return text + '\n'.repeat(Math.max(0, 2 - lineEnds))
}

/** Nearly every seam of Markdown, which need not be parsed: words at the beginning of a line behind what fences and opens nothing. */
function isPlainSeam(text: string, next: string, format: BodyFormat): boolean {
  return format === 'markdown' && !/```|~~~|</.test(text) && /^[\p{L}“‘《「『（【—…]/u.test(next)
}

/** What shows of each block. */
function wordsOfBlocks(text: string, format: BodyFormat): string[] {
  return sliceBody(text, format)
    .map(({ source, from, to }) => source.slice(from, to).trim())
    .filter((words) => words !== '')
}

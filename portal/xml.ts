/**
 * XML whose every gap is text: markup in it is written as text, and what XML 1.0 cannot hold is left out. What a parser would change on its
 * own, line ends and white space in attributes, is written so that it comes back as it was.
 */
export function xml(parts: TemplateStringsArray, ...gaps: (string | Markup | Markup[])[]): Markup {
  let isInTag = false
  const filled = parts.map((part, index) => {
    isInTag = endsInTag(part) ?? isInTag
    return part + (index < gaps.length ? write(gaps[index] ?? '', isInTag) : '')
  })
  return new Markup(filled.join(''))
}

/** Text that is XML already. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What stands before markup that is a whole document. */
export const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Text without what XML 1.0 cannot say in any way: most control characters, halves of pairs, U+FFFE and U+FFFF. */
export function sayable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

/** Whether a template's own text leaves a tag open behind it; undefined where it opens and closes none. */
function endsInTag(part: string): boolean | undefined {
  const [opened, closed] = [part.lastIndexOf('<'), part.lastIndexOf('>')]
  return opened === closed ? undefined : opened > closed
}

function write(gap: string | Markup | Markup[], isInTag: boolean): string {
  if (gap instanceof Markup) return gap.text
  if (Array.isArray(gap)) return gap.map(({ text }) => text).join('\n')
  return sayable(gap).replace(isInTag ? /[&<>"'\t\n\r]/g : /[&<>"'\r]/g, (one) => entities[one] ?? one)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

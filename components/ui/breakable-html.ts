import { textWidth, wordGroups } from './headline-words'

const SHORT = 7

const known = new Map<string, string>()
const mostKnown = 2000

/**
 * The HTML of a text with a place to break after each of its words; a short one has no need of any. A string and no elements: a page shows
 * dozens of headlines, and an element for each of their words was a tenth of what it cost to make. The same headline stands on many pages, and
 * to find its words is the rest.
 */
export function breakableHtml(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const html = withBreaks(text)
  known.set(text, html)
  return html
}

function withBreaks(text: string): string {
  const groups = textWidth(text) > SHORT ? wordGroups(text) : [text]
  return groups
    .map((group, at) => (at > 0 && !/\s$/u.test(groups[at - 1] ?? '') ? '<wbr>' : '') + escapeText(group))
    .join('')
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign)
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

import { remember } from '@/newsroom/remember'
import { textWidth, wordGroups } from './headline-words'

const SHORT = 7

/**
 * The HTML of a text with a place to break after each of its words; a short one has no need of any. The same headline stands on many pages, in
 * lines of several lengths, and to find its words is most of what it takes.
 */
export const breakableHtml = remember(withBreaks, { most: 2000, keyOf: (text) => text })

function withBreaks(text: string): string {
  const groups = textWidth(text) > SHORT ? wordGroups(text) : [text]
  return groups
    .map((group, at) => (at > 0 && !/\s$/u.test(groups[at - 1] ?? '') ? '<wbr>' : '') + escapeText(group))
    .join('')
}

/** A text as it stands between the tags of HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign)
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

import { fromHtml } from 'hast-util-from-html'
import { toString as textIn } from 'hast-util-to-string'

/**
 * A headline as a reader would want it: entities as the characters they stand for, on one line, without the invisible characters
 * that copying leaves behind. Quotes and backslashes stay.
 */
export function tidyHeadline(raw: string): string {
  return raw
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) =>
      textIn(fromHtml(entity, { fragment: true })),
    )
    .replace(
      /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000-\uf8ff\u0000-\u0008\u000e-\u001f\u007f]/g,
      '',
    )
    .replace(/[ \t\r\n\v\f\u00a0\u2028\u2029]+/g, ' ')
    .trim()
}

/** A headline for an article that came without one: its first sentence, or as much of it as a headline holds. */
export function headlineFrom(text: string): string {
  const first = /^[^。！？!?\n]{1,60}[！？!?]?/.exec(text.trim())?.[0] ?? ''
  return [...first].length > 45 ? `${[...first].slice(0, 44).join('')}…` : first
}

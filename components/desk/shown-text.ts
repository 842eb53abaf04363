import type { BodyFormat } from '@/newsroom/copy'

/**
 * A body without what only its markup says, to be counted: tags, comments, the addresses of links and pictures, and the signs of
 * Markdown. A count, not a reading: it is made with every key.
 */
export function shownText(body: string, format: BodyFormat): string {
  const text = body
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:[a-z]+\d*|#\d+|#x[\da-f]+);/gi, (entity) => (/^&(nbsp|ensp|emsp);$/i.test(entity) ? ' ' : '字'))
  if (format === 'html') return text
  return text
    .replace(/^\[[^\]\n]+\]:[^\n]*$/gm, (line) => (line.startsWith('[^') ? line.replace(/^[^:]*:/, '') : ''))
    .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\[\^[^\]\n]+\]/g, '')
    .replace(/^[ \t]*(#{1,6}|[-*+]|>|\d+[.)]|[`~]{3,}\S*)(?=\s|$)/gm, '')
    .replace(/^(?=[^\n]*-)[ \t|:-]+$/gm, '')
    .replace(/[*_`|]|~~|\\(?=[!-/:-@[-`{-~])/g, '')
}

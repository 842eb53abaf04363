import { toHtml } from 'hast-util-to-html'
import { makeElement } from './make-element'
import { plain } from './marks'
import { toInline } from './to-inline'
import { lineEnd, toParagraphs } from './to-paragraphs'

/**
 * Plain text as paragraphs of HTML. A blank line parts paragraphs; in Chinese copy, whose paragraphs are lines, every line end
 * does. Other lines stay lines of their paragraph.
 */
export function plainToParagraphs(text: string): string {
  const parts = text.split(/\r\n?|[\n\v\f\u2028\u2029]/).map((line) => line.trim())
  const blocks = parts.join('\n').split(/\n{2,}/)
  const lines = blocks.map((block) => block.replaceAll('\n', isChinese(block) ? lineEnd + lineEnd : lineEnd))
  const paragraphs = toParagraphs([{ text: lines.join(lineEnd + lineEnd), marks: plain }])
  const children = paragraphs.map((line) => makeElement('p', {}, toInline(line)))
  return toHtml({ type: 'root', children }, { closeSelfClosing: false })
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

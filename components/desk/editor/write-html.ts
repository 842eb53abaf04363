import type { Mark, Node } from '@tiptap/pm/model'
import type { Kept } from './attributes'
import { rankOf } from './rank'

/** A block as HTML, with the elements and attributes it was read with. */
export function writeHtml(node: Node): string {
  return writers[node.type.name]?.(node) ?? ''
}

const writers: Record<string, (node: Node) => string> = {
  paragraph: ({ attrs, content }) =>
    attrs.tag === '' ? writeLine(content.content) : element(attrs.tag, attrs.keep, writeLine(content.content)),
  heading: ({ attrs, content }) => element(`h${attrs.level}`, attrs.keep, writeLine(content.content)),
  bulletList: (node) => element('ul', node.attrs.keep, writeAll(node)),
  orderedList: (node) => element('ol', node.attrs.keep, writeAll(node)),
  listItem: (node) => element('li', node.attrs.keep, writeAll(node)),
  blockquote: (node) => element('blockquote', node.attrs.keep, writeAll(node)),
  correction: (node) => element('aside', node.attrs.keep, writeAll(node)),
  footnote: (node) => element('div', { 'data-footnote-text': node.attrs.label }, writeAll(node)),
  figure: (node) => element('figure', node.attrs.keep, writeAll(node)),
  figurePicture: ({ attrs }) => startTag('img', attrs.keep),
  caption: ({ attrs, content }) => element('figcaption', attrs.keep, writeLine(content.content)),
  codeBlock: writeCode,
  rule: ({ attrs }) => startTag('hr', attrs.keep),
  table: writeTable,
  opaque: ({ attrs }) => attrs.source,
  waitingPicture: ({ attrs }) => element('p', null, escapeText(attrs.note)),
}

function writeAll(node: Node): string {
  return node.content.content.map(writeHtml).join('')
}

/** A parser drops a line end right after `<pre>`, so one that is meant is written twice. */
function writeCode({ attrs, textContent }: Node): string {
  const text = escapeText(textContent + (attrs.ended ? '\n' : ''))
  const first = attrs.codeKeep === null && text.startsWith('\n') ? '\n' : ''
  return element('pre', attrs.keep, attrs.codeKeep === null ? first + text : element('code', attrs.codeKeep, text))
}

function writeTable({ attrs, content }: Node): string {
  let html = attrs.before
  let open: { tag: string; keep: Kept } | null = null
  for (const row of content.content) {
    const { section, sectionKeep } = row.attrs
    if (!open || open.tag !== section || JSON.stringify(open.keep) !== JSON.stringify(sectionKeep)) {
      html += (open ? `</${open.tag}>` : '') + startTag(section, sectionKeep)
      open = { tag: section, keep: sectionKeep }
    }
    html += element('tr', row.attrs.keep, row.content.content.map(writeCell).join(''))
  }
  return element('table', attrs.keep, html + (open ? `</${open.tag}>` : ''))
}

function writeCell(cell: Node): string {
  const { keep, colspan, rowspan } = cell.attrs
  const kept = withSpan(withSpan(keep, 'colspan', colspan), 'rowspan', rowspan)
  return element(cell.type.name === 'headerCell' ? 'th' : 'td', kept, writeAll(cell))
}

/** A span stays as it was written for as long as it says the same. */
function withSpan(keep: Kept, name: string, span: number): Kept {
  return Number(keep?.[name] ?? 1) === span ? keep : { ...keep, [name]: String(span) }
}

/** A line of text, each mark opened once for all that stand in it. */
export function writeLine(nodes: readonly Node[]): string {
  let html = ''
  let open: Mark[] = []
  for (const node of nodes) {
    const marks = [...node.marks].sort((one, other) => rankOf(one) - rankOf(other))
    const same = marks.findIndex((mark, index) => !open[index]?.eq(mark))
    const kept = same < 0 ? marks.length : same
    html += closeTags(open.slice(kept)) + marks.slice(kept).map(openTag).join('') + writeInline(node)
    open = marks
  }
  return html + closeTags(open)
}

function writeInline(node: Node): string {
  if (node.isText) return escapeText(node.text ?? '')
  if (node.type.name === 'lineBreak') return startTag('br', node.attrs.keep)
  if (node.type.name === 'picture') return startTag('img', node.attrs.keep)
  if (node.type.name === 'footnoteNumber')
    return element('sup', { 'data-footnote': node.attrs.label }, escapeText(node.attrs.label))
  return node.attrs.source
}

export function openTag({ attrs }: Mark): string {
  return startTag(attrs.tag, attrs.keep)
}

export function closeTag({ attrs }: Mark): string {
  return `</${attrs.tag}>`
}

function closeTags(marks: Mark[]): string {
  return [...marks].reverse().map(closeTag).join('')
}

function element(tag: string, keep: Kept, content: string): string {
  return `${startTag(tag, keep)}${content}</${tag}>`
}

function startTag(tag: string, keep: Kept): string {
  const attributes = Object.entries(keep ?? {}).map(
    ([name, value]) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`,
  )
  return `<${tag}${attributes.join('')}>`
}

/** Text as HTML says it. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;')
}

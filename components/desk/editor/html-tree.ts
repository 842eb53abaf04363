import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { markOf } from './marks'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
type HtmlText = DefaultTreeAdapterTypes.TextNode

/** Reads a piece of HTML as a browser would, knowing where in it each node stands. Nothing of it is loaded or run. */
export function parseHtml(html: string): HtmlNode[] {
  return parseFragment(html, { sourceCodeLocationInfo: true }).childNodes
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text'
}

export function isBlank(node: HtmlNode): boolean {
  return isText(node) && node.value.trim() === ''
}

const inline = new Set(['br', 'img', 'input', 'label', 'wbr', 'button', 'bdi', 'bdo', 'ruby', 'rt', 'rp', 'data', 'tt'])

/** Whether a node stands in a line of text: text, a comment, or an element that is no block. */
export function isInline(node: HtmlNode): boolean {
  return !isElement(node) || markOf(node.tagName) !== undefined || inline.has(node.tagName)
}

/** Attributes as they are kept; null for none. */
export function attributesOf({ attrs }: HtmlElement): Record<string, string> | null {
  return attrs.length > 0 ? Object.fromEntries(attrs.map(({ name, value }) => [name, value])) : null
}

/** All text in a node, in order. */
export function textIn(node: HtmlNode): string {
  if (isText(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

/** Boxes hold blocks, so that the white space around these says nothing. */
const boxes = new Set(['ul', 'ol', 'li', 'blockquote', 'aside', 'figure', 'div', 'section'])
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'colgroup'])

export function isBox(tag: string): boolean {
  return boxes.has(tag) || tableParts.has(tag)
}

/** Children by what they are: a block, or a run of inline nodes; runs of white space are left out. */
export function runsOf(children: HtmlNode[]): HtmlNode[][] {
  const runs: HtmlNode[][] = []
  let open: HtmlNode[] | null = null
  for (const child of children) {
    if (!isInline(child)) {
      runs.push([child])
      open = null
      continue
    }
    if (open) open.push(child)
    else {
      open = [child]
      runs.push(open)
    }
  }
  return runs.filter((run) => !run.every(isBlank))
}

/** Two pieces of HTML with the same normal form are the same document but for white space between blocks and the order of attributes. */
export function normalForm(html: string): string {
  return runsOf(parseHtml(html)).map(normalRun).join('')
}

function normalRun(run: HtmlNode[]): string {
  return run.map((node, index) => normal(node, { first: index === 0, last: index === run.length - 1 })).join('')
}

/** Text at either end of a run loses its white space there. */
function normal(node: HtmlNode, { first = false, last = false } = {}): string {
  if (isText(node)) {
    const text = first ? node.value.trimStart() : node.value
    return JSON.stringify(last ? text.trimEnd() : text)
  }
  if (node.nodeName === '#comment' && 'data' in node) return `<!--${node.data}-->`
  if (!isElement(node)) return node.nodeName
  const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
  const inside = isBox(node.tagName) && !isLine(node)
  const content = inside
    ? runsOf(node.childNodes).map(normalRun).join('')
    : node.childNodes.map((child) => normal(child)).join('')
  const template = 'content' in node && node.tagName === 'template' ? JSON.stringify(textIn(node)) : ''
  return `<${node.tagName}${attributes.join('')}>${content}${template}</>`
}

/** A `div` that holds text is a paragraph by another name. */
export function isLine(element: HtmlElement): boolean {
  return (
    ['p', 'center', 'div', 'footer'].includes(element.tagName) &&
    element.childNodes.length > 0 &&
    element.childNodes.every(isInline) &&
    !element.childNodes.every(isBlank)
  )
}

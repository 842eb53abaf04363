import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as textIn } from 'hast-util-to-string'
import { toBarChart } from './bar-chart'
import { readSecurity, securityKey } from './security'

/** Gives a clean body the shape that readers' pages expect: every block whole, headings in order, pictures with their room kept. */
export function layOutBody(root: Root): void {
  root.children = toBlocks(layOutChildren(root.children as ElementContent[]))
  orderHeadings(root)
}

function layOutChildren(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' ? layOut(child) : [child]))
}

function layOut(element: Element): ElementContent[] {
  if (element.tagName === 'pre') return [toBarChart(element) ?? element]
  element.children = layOutChildren(element.children)
  const { dataCode, dataMarket, ...properties } = element.properties
  element.properties = properties
  if (typeof dataCode === 'string') return markSecurity(element, dataCode, typeof dataMarket === 'string' ? dataMarket : undefined)
  return shapes[element.tagName]?.(element) ?? [element]
}

const shapes: Record<string, (element: Element) => ElementContent[]> = {
  a: (link) => (link.properties.href && link.children.length > 0 ? [Object.assign(link, { properties: { ...link.properties, rel: ['nofollow', 'noopener'] } })] : link.children),
  img: (picture) => (picture.properties.src ? [keepRoom(picture)] : []),
  p: layOutParagraph,
  center: (block) => layOutParagraph({ ...block, tagName: 'p', properties: { className: ['center'] } }),
  span: (span) => (classOf(span) && classOf(span) !== 'em_stock_key_common' ? [span] : span.children),
  div: layOutBox,
  section: layOutBox,
  table: (table) => [{ type: 'element', tagName: 'div', properties: { className: ['sheet'], tabIndex: 0 }, children: [table] }],
  td: layOutCell,
  th: layOutCell,
  ul: onlyElements,
  ol: onlyElements,
}

/** A security's own page comes later: until then the mark stays on the name, and nothing leads nowhere. */
function markSecurity(element: Element, mark: string, market: string | undefined): ElementContent[] {
  const security = readSecurity(mark, market)
  const isPicture = element.children.some((child) => child.type === 'element')
  if (!security || isPicture) return element.children
  return [{ type: 'element', tagName: 'span', properties: { className: ['security'], dataSecurity: securityKey(security) }, children: element.children }]
}

function layOutParagraph(paragraph: Element): ElementContent[] {
  const meant = paragraph.children.filter((child) => !isBlank(child))
  if (meant.length === 0) return []
  if (meant.every((child) => isElement(child, 'img'))) return meant.map((picture) => figure(picture))
  // A paragraph that held a block was closed by the parser; one that held a figure made here must be opened.
  return meant.some((child) => isBlock(child)) ? toBlocks(paragraph.children) : [paragraph]
}

function layOutBox(box: Element): ElementContent[] {
  return toBlocks(box.children)
}

function layOutCell(cell: Element): ElementContent[] {
  const { align, ...properties } = cell.properties
  const isFigure = /^[\s+\-−–▲▼≈<>¥$￥]*[\d,.\s]+\s*(%|％|‰|℃)?$/.test(textIn(cell)) && /\d/.test(textIn(cell))
  cell.properties = align === 'right' || (isFigure && cell.tagName === 'td') ? { ...properties, className: ['n'] } : properties
  return [cell]
}

function onlyElements(list: Element): ElementContent[] {
  list.children = list.children.filter((child) => isElement(child, 'li'))
  return list.children.length > 0 ? [list] : []
}

/** Loose text and inline elements become paragraphs, so that every child is a block. */
function toBlocks(children: ElementContent[]): ElementContent[]
function toBlocks(children: RootContent[]): ElementContent[] {
  const blocks: ElementContent[] = []
  let loose: ElementContent[] = []
  const close = () => {
    blocks.push(...layOutParagraph({ type: 'element', tagName: 'p', properties: {}, children: loose }))
    loose = []
  }
  for (const child of children as ElementContent[]) {
    if (!isBlock(child)) {
      loose.push(child)
      continue
    }
    close()
    blocks.push(child)
  }
  close()
  return blocks
}

/** Body headings start below the headline, and no level is jumped. */
function orderHeadings(root: Root): void {
  let above = 1
  const given = new Map<number, number>()
  for (const child of root.children) {
    if (child.type !== 'element' || !/^h[1-6]$/.test(child.tagName)) continue
    const level = Number(child.tagName[1])
    for (const deeper of [...given.keys()]) if (deeper > level) given.delete(deeper)
    const shown = given.get(level) ?? Math.min(Math.max(level, 2), above + 1)
    given.set(level, shown)
    child.tagName = `h${Math.min(shown, 6)}`
    above = shown
  }
}

/**
 * Pictures of imported copy stay where they are, on other people's machines: they are asked for without saying by whom, only
 * when they come into view, and into room that is kept for them.
 */
function keepRoom(picture: Element): Element {
  const { src, alt } = picture.properties
  const width = Number(picture.properties.width) || undefined
  const height = Number(picture.properties.height) || undefined
  const named = /_w(\d{2,4})h(\d{2,4})\b/.exec(String(src)) // the wire's file names carry the size
  const size = width && height ? { width, height } : named ? { width: Number(named[1]), height: Number(named[2]) } : null
  picture.properties = {
    src,
    alt: alt ?? '',
    ...(size ?? { width: 800, height: 450, className: ['unsized'] }),
    loading: 'lazy',
    decoding: 'async',
    referrerPolicy: 'no-referrer',
  }
  return picture
}

function figure(child: ElementContent): ElementContent {
  return { type: 'element', tagName: 'figure', properties: {}, children: [child] }
}

const blocks = new Set([
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'blockquote', 'figure', 'div', 'aside', 'table', 'pre', 'hr', 'footer', 'section', 'center',
])

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blocks.has(node.tagName)
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : isElement(node, 'br')
}

function classOf(element: Element): string {
  return Array.isArray(element.properties.className) ? element.properties.className.join(' ') : ''
}

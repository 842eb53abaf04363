import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as textIn } from 'hast-util-to-string'
import { toBarChart } from './bar-chart'
import { renditionsOf } from './picture-address'
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
  const chart = element.tagName === 'pre' ? toBarChart(element) : null
  if (chart) return [chart]
  element.children = layOutChildren(element.children)
  const { dataCode, dataMarket, className, ...properties } = element.properties
  element.properties = { ...properties, ...(classOf(element) !== '' && { className }) }
  if (typeof dataCode === 'string')
    return markSecurity(element, dataCode, typeof dataMarket === 'string' ? dataMarket : undefined)
  // An inline element around a block is read otherwise the next time: the block stands by itself.
  if (inline.has(element.tagName) && element.children.some(isBlock)) return element.children
  if (inline.has(element.tagName) && element.children.length === 0) return []
  return shapes[element.tagName]?.(element) ?? [element]
}

const shapes: Record<string, (element: Element) => ElementContent[]> = {
  // A body has no names, so a link into it leads nowhere.
  a: (link) =>
    link.properties.href && !String(link.properties.href).startsWith('#')
      ? [Object.assign(link, { properties: { ...link.properties, rel: ['nofollow', 'noopener'] } })]
      : link.children,
  img: (picture) => (picture.properties.src ? [ownPicture(picture) ?? keepRoom(picture)] : []),
  aside: (box) => [Object.assign(box, { properties: { ...box.properties, role: 'note' } })],
  p: layOutParagraph,
  pre: layOutCode,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, layOutHeading])),
  center: (block) => layOutParagraph({ ...block, tagName: 'p', properties: { className: ['center'] } }),
  span: (span) => (classOf(span) && classOf(span) !== 'em_stock_key_common' ? [span] : span.children),
  div: layOutBox,
  section: layOutBox,
  table: (table) => [
    { type: 'element', tagName: 'div', properties: { className: ['sheet'], tabIndex: 0 }, children: [table] },
  ],
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
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['security'], dataSecurity: securityKey(security) },
      children: element.children,
    },
  ]
}

function layOutParagraph(paragraph: Element): ElementContent[] {
  trimStart(paragraph)
  const meant = paragraph.children.filter((child) => !isBlank(child))
  if (meant.length === 0) return []
  if (meant.every((child) => isElement(child, 'img') || isElement(child, 'picture')))
    return meant.map((picture) => figure(picture))
  // A paragraph that held a block was closed by the parser; one that held a figure made here must be opened.
  return meant.some((child) => isBlock(child)) ? toBlocks(paragraph.children) : [paragraph]
}

/** Wire copy indents with two full-width spaces; the page does that itself. */
function trimStart(paragraph: Element): void {
  for (let first = paragraph.children[0]; first?.type === 'text'; first = paragraph.children[0]) {
    first.value = first.value.trimStart()
    if (first.value !== '') return
    paragraph.children.shift()
  }
}

function layOutHeading(heading: Element): ElementContent[] {
  if (heading.children.some(isBlock)) return toBlocks(heading.children)
  return heading.children.every(isBlank) ? [] : [heading]
}

/** A parser drops the first line end of a `pre`, and would drop another the next time. */
function layOutCode(code: Element): ElementContent[] {
  const inner = code.children[0]
  const first = inner?.type === 'element' ? inner.children[0] : inner
  if (first?.type === 'text') first.value = first.value.replace(/^\n+/, '')
  return [code]
}

function layOutBox(box: Element): ElementContent[] {
  return toBlocks(box.children)
}

function layOutCell(cell: Element): ElementContent[] {
  const { align, ...properties } = cell.properties
  const isFigure = cell.tagName === 'td' && isNumber(textIn(cell).trim())
  cell.properties = align === 'right' || isFigure ? { ...properties, className: ['n'] } : properties
  return [cell]
}

/** A number as tables write it: with a sign, an arrow or a currency before it, a unit of a part after it. */
function isNumber(text: string): boolean {
  return text.length <= 30 && /^[+\-−–▲▼≈<>¥$￥]?\s?\d[\d,. ]*(?:%|％|‰|℃)?$/.test(text)
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
    if (child.type === 'element' && items.has(child.tagName)) {
      close()
      blocks.push(...toBlocks(child.children))
      continue
    }
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
  for (const heading of headingsIn(root)) {
    const level = Number(heading.tagName[1])
    for (const deeper of [...given.keys()]) if (deeper > level) given.delete(deeper)
    const shown = given.get(level) ?? Math.min(Math.max(level, 2), above + 1)
    given.set(level, shown)
    heading.tagName = `h${shown}`
    above = shown
  }
}

function headingsIn(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return /^h[1-6]$/.test(child.tagName) ? [child] : headingsIn(child)
  })
}

/** How wide a picture of a body is shown: the text's column, or the page less its margins where that is all there is. */
const bodySizes = '(min-width: 45rem) 42.75rem, 100vw'

/** A picture of our own in every width and format it has, all told by its address; null for one that is not ours. */
function ownPicture({ properties: { src, alt } }: Element): Element | null {
  const renditions = renditionsOf(String(src))
  if (!renditions) return null
  const { size, fallback, sources } = renditions
  const shown = { src, srcSet: fallback.srcset, sizes: bodySizes, alt: alt ?? '', ...size }
  return {
    type: 'element',
    tagName: 'picture',
    properties: {},
    children: [
      ...sources.map(({ type, srcset }) => elementOf('source', { type, srcSet: srcset, sizes: bodySizes })),
      elementOf('img', { ...shown, loading: 'lazy', decoding: 'async' }),
    ],
  }
}

function elementOf(tagName: string, properties: Element['properties']): Element {
  return { type: 'element', tagName, properties, children: [] }
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
  const size =
    width && height ? { width, height } : named ? { width: Number(named[1]), height: Number(named[2]) } : null
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
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'figure',
  'div',
  'aside',
  'table',
  'pre',
  'hr',
  'footer',
  'section',
  'center',
])

/** What stands in lists only: by itself it is read otherwise the next time. */
const items = new Set(['li', 'dt', 'dd'])

const inline = new Set([
  'a',
  'b',
  'strong',
  'em',
  'i',
  'u',
  's',
  'del',
  'ins',
  'sub',
  'sup',
  'small',
  'mark',
  'cite',
  'q',
  'abbr',
  'kbd',
  'span',
  'time',
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

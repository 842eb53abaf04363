import type { Element, Root } from 'hast'
import type { Schema } from 'hast-util-sanitize'

const cellAttributes = ['colSpan', 'rowSpan', 'align']

/**
 * What may stand in a body that readers get. All else goes: an unknown element leaves its text, a dangerous one leaves
 * nothing. There is no `id`, so that no body can take a name that a page or a script relies on.
 */
export const readerSchema: Schema = {
  tagNames: [
    'p',
    'br',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'strong',
    'b',
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
    'code',
    'pre',
    'kbd',
    'blockquote',
    'footer',
    'aside',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'a',
    'img',
    'figure',
    'figcaption',
    'span',
    'div',
    'center',
    'section',
    'table',
    'caption',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'time',
  ],
  attributes: {
    // `data-code` names the security that the copy marks; the layout reads it and takes it away.
    a: ['href', 'title', 'dataCode'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed'],
    li: ['value'],
    td: cellAttributes,
    th: [...cellAttributes, ['scope', 'row', 'col', 'rowgroup', 'colgroup']],
    time: ['dateTime'],
    code: [['className', 'language-bars']],
    blockquote: [['className', 'pull']],
    aside: [['className', 'correction']],
    span: [['className', 'credit', 'dateline', 'em_stock_key_common'], 'dataCode', 'dataMarket'],
    p: [['className', 'center', 'em_media']],
    '*': [],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'frame',
    'frameset',
    'noframes',
    'noscript',
    'noembed',
    'object',
    'embed',
    'applet',
    'svg',
    'math',
    'head',
    'title',
    'textarea',
    'select',
    'option',
    'button',
    'form',
    'input',
    'link',
    'meta',
    'base',
    'audio',
    'video',
    'canvas',
    'xmp',
    'plaintext',
  ],
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    figcaption: ['figure'],
  },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
}

/**
 * Takes out what the writer's own page did not show, and carries the one thing that style says in wire copy, centring,
 * over to a class: style itself never reaches a reader.
 */
export function dropHidden(root: Root): void {
  visit(root)
}

function visit(parent: Root | Element): void {
  parent.children = parent.children.filter(
    (child) => child.type !== 'element' || !isHidden(child),
  ) as typeof parent.children
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (/text-align:\s*center/i.test(styleOf(child)) && child.tagName === 'p') child.properties.className = ['center']
    visit(child)
  }
}

function isHidden(element: Element): boolean {
  return /display:\s*none|visibility:\s*hidden/i.test(styleOf(element))
}

function styleOf(element: Element): string {
  return typeof element.properties.style === 'string' ? element.properties.style : ''
}

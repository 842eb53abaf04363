import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textIn } from 'hast-util-to-string'
import type { Picture } from './copy'

/** What is carried over to 公众号. */
export type WechatStory = {
  /** Stands on top where it is given; 公众号 has a field of its own for it. */
  headline: string | null
  standfirst: string | null
  byline: string | null
  picture: Picture | null
  /** The body as readers get it, from toReadersHtml. */
  html: string
  /** The portal's whole address, to which addresses in the body are relative. */
  site: string
  words: {
    /** Stands above the addresses of links: 文中链接. */
    links: string
  }
}

/**
 * An article as 公众号 takes it from a clipboard: that editor keeps inline styles, and drops classes, names and links that lead
 * elsewhere. So every element says itself how it looks, and an address stands as a numbered note at the end.
 */
export function toWechatHtml({ headline, standfirst, byline, picture, html, site, words }: WechatStory): string {
  const links = new Links(site)
  const body = dressAll(fromHtml(html, { fragment: true }), links)
  const line = (text: string | null, style: string) =>
    text ? [styled('p', style, [{ type: 'text', value: text }])] : []
  const children = [
    ...line(headline, `${styles.p}; font-size: 22px; font-weight: 700; line-height: 1.4; text-align: left`),
    ...line(byline, small),
    ...line(standfirst, `${styles.p}; ${quiet}; padding: 0 0 0 12px; border-left: 3px solid ${rule}`),
    ...(picture ? leadPicture(picture, links) : []),
    ...body,
    ...(links.notes.length > 0
      ? [styled('hr', styles.hr, []), ...line(words.links, `${small}; font-weight: 700`)]
      : []),
    ...links.notes.flatMap((address, index) =>
      line(`[${index + 1}] ${address}`, `${small}; margin: 0 0 0.4em; word-break: break-all`),
    ),
  ]
  return toHtml({ type: 'root', children: [styled('section', text, children)] }, { closeSelfClosing: false })
}

const ink = '#1f1f1d'
const grey = '#6f6e69'
const rule = '#d8d7d2'
const zhu = '#b4281e'
const text = `font-size: 16px; line-height: 1.75; color: ${ink}`
const quiet = `color: ${grey}`
const paragraph = `margin: 0 0 1em; ${text}; text-align: justify`
const small = `margin: 0 0 1em; font-size: 15px; line-height: 1.75; ${quiet}; text-align: left`
const caption = `margin: 6px 0 0; font-size: 13px; line-height: 1.6; ${quiet}; text-align: center`
const heading = (size: number) =>
  `margin: 1.6em 0 0.8em; font-size: ${size}px; font-weight: 700; line-height: 1.4; color: ${ink}; text-align: left`
const cell = `padding: 6px 8px; border: 1px solid ${rule}; font-size: 15px; line-height: 1.5; color: ${ink}; vertical-align: top`

/** How an element looks, by its name in the readers' HTML. One that is not named leaves what it holds. */
const styles = {
  p: paragraph,
  h2: heading(19),
  h3: heading(17),
  h4: heading(16),
  h5: heading(16),
  h6: heading(16),
  ul: `margin: 0 0 1em; padding: 0 0 0 1.5em; ${text}; list-style: disc`,
  ol: `margin: 0 0 1em; padding: 0 0 0 1.5em; ${text}; list-style: decimal`,
  li: `margin: 0 0 0.4em; ${text}`,
  blockquote: `margin: 0 0 1em; padding: 0 0 0 12px; border-left: 3px solid ${rule}; ${quiet}`,
  aside: `margin: 0 0 1em; padding: 10px 12px 0; border: 1px solid ${zhu}`,
  figure: 'margin: 0 0 1.2em; text-align: center',
  figcaption: caption,
  img: 'display: block; max-width: 100%; height: auto; margin: 0 auto',
  table: 'width: 100%; margin: 0 0 1.2em; border-collapse: collapse',
  caption,
  thead: '',
  tbody: '',
  tfoot: '',
  tr: '',
  td: cell,
  th: `${cell}; font-weight: 700; background: #f3f2ee; text-align: left`,
  pre: `margin: 0 0 1em; padding: 10px 12px; background: #f3f2ee; font-size: 15px; line-height: 1.5; white-space: pre-wrap; word-break: break-all`,
  code: 'font-family: Menlo, Consolas, monospace; font-size: 15px',
  hr: `width: 96px; margin: 24px auto; border: 0; border-top: 1px solid ${ink}`,
  dt: `${paragraph}; font-weight: 700`,
  dd: `${paragraph}; padding: 0 0 0 2em`,
  footer: small,
  cite: quiet,
  small: quiet,
  strong: 'font-weight: 700',
  b: 'font-weight: 700',
  em: 'font-style: italic',
  i: 'font-style: italic',
  u: 'text-decoration: underline',
  ins: 'text-decoration: underline',
  s: 'text-decoration: line-through',
  del: 'text-decoration: line-through',
  sub: 'font-size: 12px; vertical-align: sub',
  sup: 'font-size: 12px; vertical-align: super',
  mark: 'background: #f6efc9',
  br: '',
} as const satisfies Record<string, string>

/** What 公众号 is given in place of an element it takes apart. */
const stands: Record<string, string> = {
  figure: 'section',
  figcaption: 'p',
  caption: 'p',
  aside: 'section',
  dt: 'p',
  dd: 'p',
  footer: 'p',
  cite: 'span',
  small: 'span',
  mark: 'span',
}

function dressAll(parent: Root | Element, links: Links): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    return child.type === 'element' ? dress(child, links) : []
  })
}

function dress(element: Element, links: Links): ElementContent[] {
  const { tagName, properties } = element
  if (tagName === 'svg' || isTrack(element)) return []
  if (tagName === 'img') return [pictureFrom(String(properties.src ?? ''), String(properties.alt ?? ''), links)]
  const children = dressAll(element, links)
  if (tagName === 'a') return links.note(element, children)
  if (tagName === 'div' && hasClass(element, 'sheet')) return [styled('section', 'overflow-x: auto', children)]
  if (hasClass(element, 'dateline')) return [styled('span', styles.strong, children)]
  if (hasClass(element, 'credit')) return [styled('span', `margin-left: 1em; ${quiet}`, children)]
  if (hasClass(element, 'unit')) return [{ type: 'text', value: '（' }, ...children, { type: 'text', value: '）' }]
  if (!isDressed(tagName)) return children
  const style = [styles[tagName], ...turn(element)].filter(Boolean).join('; ')
  return [styled(stands[tagName] ?? tagName, style, children, spansOf(element))]
}

function isDressed(tagName: string): tagName is keyof typeof styles {
  return Object.hasOwn(styles, tagName)
}

/** What a class of ours says of one element among its kind. */
function turn(element: Element): string[] {
  if (hasClass(element, 'center')) return ['text-align: center']
  if (hasClass(element, 'n')) return ['text-align: right']
  if (hasClass(element, 'pull')) return [`color: ${ink}; border-left-color: ${ink}`]
  return []
}

/** The column of a chart that only draws what the column before says in figures. */
function isTrack(element: Element): boolean {
  return element.tagName === 'td' && hasClass(element, 'track')
}

function spansOf({ properties: { colSpan, rowSpan, start } }: Element): Element['properties'] {
  return { ...(colSpan && { colSpan }), ...(rowSpan && { rowSpan }), ...(start && { start }) }
}

function leadPicture({ address, alt, caption: said, credit }: Picture, links: Links): Element[] {
  const below = [said, credit].filter(Boolean).join('　')
  const image = pictureFrom(address, alt, links)
  const line = below ? [styled('p', caption, [{ type: 'text', value: below }])] : []
  return [styled('section', styles.figure, [image, ...line])]
}

function pictureFrom(address: string, alt: string, links: Links): Element {
  return { ...styled('img', '', []), properties: { src: links.whole(address) ?? address, alt, style: styles.img } }
}

function styled(tagName: string, style: string, children: ElementContent[], more: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties: { ...more, ...(style && { style }) }, children }
}

function hasClass(element: Element, name: string): boolean {
  return Array.isArray(element.properties.className) && element.properties.className.includes(name)
}

/** The addresses that links of one article lead to, each once, numbered from 1. */
class Links {
  readonly notes: string[] = []
  constructor(private readonly site: string) {}

  /** The whole address of one in the body; null for what is none. */
  whole(address: string): string | null {
    try {
      return new URL(address, this.site).href
    } catch {
      return null
    }
  }

  /** The text of a link with the number of its address. 公众号 keeps links to its own articles; one that reads as its address needs no note. */
  note(link: Element, children: ElementContent[]): ElementContent[] {
    const address = this.whole(String(link.properties.href ?? ''))
    if (!address || textIn(link).trim() === '') return children
    if (address.startsWith('https://mp.weixin.qq.com/'))
      return [{ ...styled('a', '', children), properties: { href: address } }]
    if ([address, String(link.properties.href)].includes(textIn(link).trim())) return children
    if (!this.notes.includes(address)) this.notes.push(address)
    const number = `[${this.notes.indexOf(address) + 1}]`
    return [...children, styled('sup', `${styles.sup}; ${quiet}`, [{ type: 'text', value: number }])]
  }
}

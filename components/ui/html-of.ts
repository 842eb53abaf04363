import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { escapeText } from './breakable-html'

/**
 * The HTML of what is looks only: elements, and components that are functions of their props. A browser reads in it what it would in React
 * DOM's own; the marks by which a script finds parts again are not there. Throws for what only React can run: a component that waits, one of
 * the browser's, a field whose value React keeps.
 */
export function htmlOf(node: ReactNode): string {
  if (typeof node === 'string') return escapeText(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(htmlOf).join('')
  if (typeof node === 'number') return String(node)
  if (!isValidElement<Props>(node)) throw new Error('only text and elements can be written as HTML')
  return typeof node.type === 'string' ? elementHtml(node.type, node.props) : htmlOf(partsOf(node))
}

export type Props = Record<string, unknown> & { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } }

/** What a fragment holds, or what a component makes of its props. */
export function partsOf({ type, props }: ReactElement<Props>): ReactNode {
  if (type === Fragment) return props.children
  if (typeof type !== 'function') throw new Error('only components that are functions can be written as HTML')
  return (type as (props: Props) => ReactNode)(props)
}

function elementHtml(tag: string, props: Props): string {
  if (leftToReact.has(tag)) throw new Error(`<${tag}> is left to React`)
  const start = `<${tag}${attributesHtml(props)}`
  if (withoutEnd.has(tag)) return `${start}/>`
  return `${start}>${props.dangerouslySetInnerHTML?.__html ?? htmlOf(props.children)}</${tag}>`
}

function attributesHtml(props: Props): string {
  let html = ''
  for (const name in props) {
    const value = attributeValue(name, props[name])
    if (value !== null) html += ` ${renamed.get(name) ?? name}="${escapeAttribute(value)}"`
  }
  return html
}

/** Null where there is no such attribute. */
function attributeValue(name: string, value: unknown): string | null {
  if (value === null || value === undefined || notAttributes.has(name)) return null
  if (typeof value === 'boolean') {
    if (saidInWords.test(name)) return String(value)
    return value && trueByBeingThere.has(name) ? '' : null
  }
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`an attribute cannot say ${name}`)
  return addresses.has(name) && runsScript(String(value)) ? null : String(value)
}

function escapeAttribute(value: string): string {
  return /[&"<>]/.test(value) ? escapeText(value).replaceAll('"', '&quot;') : value
}

/** Browsers overlook what cannot be seen in the name of a scheme. */
function runsScript(address: string): boolean {
  return /^javascript:/i.test(address.replace(/[\u0000-\u0020]/g, ''))
}

/** Elements that React moves into the head, or whose markup says more than their own props. */
const leftToReact = new Set('html head body title meta link style base select option textarea pre'.split(' '))
const withoutEnd = new Set('area br col embed hr img input source track wbr'.split(' '))
const notAttributes = new Set(['children', 'dangerouslySetInnerHTML'])
const addresses = new Set(['href', 'src', 'action', 'formAction'])
const saidInWords = /^(?:aria-|data-|(?:draggable|spellCheck|contentEditable|focusable)$)/
const trueByBeingThere = new Set(
  'hidden open disabled checked defaultChecked multiple required readOnly autoFocus async defer'.split(' '),
)
/** As HTML and SVG call them where it is not by React's name; capitals mean nothing in HTML. */
const renamed = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['defaultValue', 'value'],
  ['defaultChecked', 'checked'],
  ['textAnchor', 'text-anchor'],
  ['shapeRendering', 'shape-rendering'],
  ['fillRule', 'fill-rule'],
  ['strokeWidth', 'stroke-width'],
  ['strokeLinecap', 'stroke-linecap'],
  ['strokeLinejoin', 'stroke-linejoin'],
])

import type { Element, Nodes } from 'hast'
import type { Around, Flow } from './flow'
import { headingLevel } from './heading-level'
import { isUnseen } from './is-unseen'
import { makeElement } from './make-element'
import { marksIn } from './marks'
import { styleOf } from './style-of'
import { toCode } from './to-code'
import { toFigure, toFigures } from './to-figure'
import { toInline } from './to-inline'
import { toList } from './to-list'
import { lineEnd, type Run, toParagraphs } from './to-paragraphs'
import { toTable } from './to-table'
import { isLabel, nestItems, type WordItem, wordPlace } from './word-list'

/**
 * Reads what stands in an element as clean blocks, written anew: only text, and what it wears, comes over. Loose text becomes
 * paragraphs, boxes that only lay out fall away.
 */
export const toBlocks: Flow = (parent, around) => {
  const blocks: (Element | WordItem)[] = []
  let loose: Run[] = []

  const close = () => {
    blocks.push(...toParagraphs(loose).map((line) => makeElement(around.line, {}, toInline(line))))
    loose = []
  }
  const read = (node: Nodes, within: Around) => {
    if (node.type === 'text') loose.push({ text: node.value.replace(invisible, ''), marks: worn(within) })
    if (node.type !== 'element' || isUnseen(node) || (around.dropLabels && isLabel(node))) return
    if (node.tagName === 'br') {
      loose.push({ text: lineEnd, marks: worn(within) })
      return
    }
    const inside = { ...within, marks: marksIn(node, within.marks) }
    if (!isBlock(node)) {
      for (const child of node.children) read(child, inside)
      return
    }
    close()
    blocks.push(...toBlock(node, inside))
  }

  for (const child of parent.children) read(child, around)
  close()
  return nestItems(blocks)
}

function toBlock(element: Element, around: Around): (Element | WordItem)[] {
  const level = headingLevel(element)
  if (level !== null) return toBlocks(element, { ...around, line: lineOf(level, around) })
  const place = wordPlace(element)
  if (place) {
    const blocks = toBlocks(element, { ...around, line: 'p', dropLabels: true })
    return blocks.length > 0 ? [{ ...place, blocks }] : []
  }
  return shapes[element.tagName]?.(element, around) ?? toBlocks(element, around)
}

const shapes: Record<string, (element: Element, around: Around) => Element[]> = {
  blockquote: (quote, around) => {
    const blocks = toBlocks(quote, { ...around, line: 'p' })
    return blocks.length > 0 ? [makeElement('blockquote', {}, blocks)] : []
  },
  figcaption: (caption, around) => toBlocks(caption, { ...around, line: 'p' }),
  figure: (figure, around) => toFigures(figure, around, toBlocks),
  hr: () => [makeElement('hr', {}, [])],
  img: toFigure,
  listing: toCode,
  ol: readList,
  plaintext: toCode,
  pre: toCode,
  table: (table, around) => toTable(table, { ...around, line: 'p' }, toBlocks),
  ul: readList,
  xmp: toCode,
}

function readList(list: Element, around: Around): Element[] {
  return toList(list, { ...around, line: 'p' }, toBlocks)
}

/** The headline is not in the text, so headings begin at the second level; readers' pages know three below it. */
function lineOf(level: number, { lower }: Around): 'h2' | 'h3' | 'h4' {
  return level + lower <= 2 ? 'h2' : level + lower === 3 ? 'h3' : 'h4'
}

/** A heading is bold as it is. */
function worn({ marks, line }: Around): Run['marks'] {
  return line === 'p' ? marks : { ...marks, strong: false }
}

/** Signs that only told another program where it might break a line, and controls. */
const invisible = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g

function isBlock(element: Element): boolean {
  return blockNames.has(element.tagName) || styleOf(element).get('display') === 'block'
}

const blockNames = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'img',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'xmp',
])

import type { Mark, Node, Schema } from '@tiptap/pm/model'
import { TableMap } from '@tiptap/pm/tables'
import { readSecurity } from '@/newsroom/security'
import {
  attributesOf,
  type HtmlElement,
  type HtmlNode,
  isBlank,
  isElement,
  isInline,
  isLine,
  isText,
  normalForm,
  parseHtml,
  runsOf,
  textIn,
} from './html-tree'
import { markOf } from './marks'
import { ownRank, rankOf } from './rank'
import { writeHtml } from './write-html'

/** What is said with elements, or in an order, that the editor has no words for. */
class Unsaid extends Error {}

/**
 * A block of HTML as a node of the editor. Null unless written out again it is the same document: what the editor cannot
 * say to the last attribute, nobody may change with it.
 */
export function readHtml(html: string, schema: Schema): Node | null {
  try {
    const [run, ...more] = runsOf(parseHtml(html))
    if (!run || more.length > 0) return null
    const node = new Reading(html, schema).run(run)
    node.check()
    return normalForm(writeHtml(node)) === normalForm(html) ? node : null
  } catch (error) {
    // ProseMirror throws a RangeError for content that its schema forbids.
    if (error instanceof Unsaid || error instanceof RangeError) return null
    throw error
  }
}

class Reading {
  constructor(
    readonly html: string,
    readonly schema: Schema,
  ) {}

  /** A run of inline nodes is a paragraph without an element of its own. */
  run(run: HtmlNode[]): Node {
    const [first] = run
    return first && isElement(first) && !isInline(first) ? this.block(first) : this.bare(run)
  }

  bare(run: HtmlNode[]): Node {
    return this.node('paragraph', { tag: '' }, this.line(run, { trim: true }))
  }

  block(element: HtmlElement): Node {
    const { tagName, childNodes } = element
    const keep = attributesOf(element)
    if (/^h[1-6]$/.test(tagName))
      return this.node('heading', { keep, level: Number(tagName[1]) }, this.line(childNodes))
    if (tagName === 'p' || isLine(element)) return this.node('paragraph', { keep, tag: tagName }, this.line(childNodes))
    if (tagName === 'ul') return this.node('bulletList', { keep }, this.items(element))
    if (tagName === 'ol') return this.node('orderedList', { keep }, this.items(element))
    if (tagName === 'blockquote') return this.node('blockquote', { keep }, this.box(childNodes))
    if (tagName === 'aside' && /\bcorrection\b/.test(keep?.class ?? ''))
      return this.node('correction', { keep }, this.box(childNodes))
    if (tagName === 'div' && keep?.['data-footnote-text'] !== undefined)
      return this.node('footnote', { label: keep['data-footnote-text'] }, this.box(childNodes))
    if (tagName === 'figure') return this.node('figure', { keep }, this.figure(element))
    if (tagName === 'pre') return this.code(element)
    if (tagName === 'hr') return this.node('rule', { keep })
    if (tagName === 'table') return this.table(element)
    throw new Unsaid(tagName)
  }

  /** Blocks, and at least one. */
  box(children: HtmlNode[]): Node[] {
    const blocks = runsOf(children).map((run) => this.run(run))
    return blocks.length > 0 ? blocks : [this.node('paragraph', { tag: '' })]
  }

  items({ childNodes }: HtmlElement): Node[] {
    return this.elements(childNodes, 'li').map((item) => {
      const blocks = this.box(item.childNodes)
      // The text of an item comes first, and there always is some.
      const needed = blocks[0]?.type.name === 'paragraph' ? [] : [this.node('paragraph', { tag: '' })]
      return this.node('listItem', { keep: attributesOf(item) }, [...needed, ...blocks])
    })
  }

  figure({ childNodes }: HtmlElement): Node[] {
    return this.elements(childNodes, 'img', 'figcaption').map((part) =>
      part.tagName === 'img'
        ? this.node('figurePicture', { keep: attributesOf(part) })
        : this.node('caption', { keep: attributesOf(part) }, this.line(part.childNodes)),
    )
  }

  code(element: HtmlElement): Node {
    const [only, ...more] = element.childNodes
    const inner = only && isElement(only) && only.tagName === 'code' && more.length === 0 ? only : null
    const children = (inner ?? element).childNodes
    if (!children.every(isText)) throw new Unsaid('pre')
    const text = children.map(textIn).join('')
    const ended = text.endsWith('\n')
    const shown = ended ? text.slice(0, -1) : text
    return this.node(
      'codeBlock',
      { keep: attributesOf(element), codeKeep: inner ? (attributesOf(inner) ?? {}) : null, ended },
      shown === '' ? [] : [this.schema.text(shown)],
    )
  }

  table(element: HtmlElement): Node {
    const parts = this.elements(element.childNodes, 'caption', 'colgroup', 'thead', 'tbody', 'tfoot')
    const isBefore = ({ tagName }: HtmlElement) => tagName === 'caption' || tagName === 'colgroup'
    const rows = parts.filter((part) => !isBefore(part)).flatMap((part) => this.rows(part))
    const before = parts.filter(isBefore).map((part) => this.sourceOf(part))
    const node = this.node('table', { keep: attributesOf(element), before: before.join('') }, rows)
    // The editor would mend a table whose rows do not match, also where nobody touched it.
    if (TableMap.get(node).problems) throw new Unsaid('table')
    return node
  }

  rows(section: HtmlElement): Node[] {
    const sectionKeep = attributesOf(section)
    return this.elements(section.childNodes, 'tr').map((row) =>
      this.node(
        'tableRow',
        { keep: attributesOf(row), section: section.tagName, sectionKeep },
        this.elements(row.childNodes, 'td', 'th').map((cell) => this.cell(cell)),
      ),
    )
  }

  cell(cell: HtmlElement): Node {
    const keep = attributesOf(cell)
    const spans = { colspan: spanIn(keep?.colspan), rowspan: spanIn(keep?.rowspan) }
    return this.node(cell.tagName === 'th' ? 'headerCell' : 'tableCell', { keep, ...spans }, this.box(cell.childNodes))
  }

  /** Children that are all one of these elements, with nothing but white space between them. */
  elements(children: HtmlNode[], ...tags: string[]): HtmlElement[] {
    const meant = children.filter((child) => !isBlank(child))
    if (!meant.every((child): child is HtmlElement => isElement(child) && tags.includes(child.tagName)))
      throw new Unsaid(tags.join())
    return meant
  }

  line(nodes: HtmlNode[], { trim = false } = {}): Node[] {
    return nodes.flatMap((node, index) => {
      if (!trim || !isText(node)) return this.inline(node, [])
      const text = index === 0 ? node.value.trimStart() : node.value
      return this.text(index === nodes.length - 1 ? text.trimEnd() : text, [])
    })
  }

  text(value: string, marks: Mark[]): Node[] {
    return value === '' ? [] : [this.schema.text(value, marks)]
  }

  inline(node: HtmlNode, marks: Mark[]): Node[] {
    if (isText(node)) return this.text(node.value, marks)
    if (!isElement(node)) return [this.atom('inlineSource', node, '', marks)]
    const keep = attributesOf(node)
    if (node.tagName === 'br') return [this.node('lineBreak', { keep }, [], marks)]
    if (node.tagName === 'img') return [this.node('picture', { keep }, [], marks)]
    if (keep?.['data-footnote'] !== undefined)
      return [this.node('footnoteNumber', { label: keep['data-footnote'] }, [], marks)]
    if (isSecurity(node)) return [this.atom('security', node, textIn(node), marks)]
    const name = markOf(node.tagName)
    if (name && node.childNodes.length > 0 && node.childNodes.every(isInline)) {
      const mark = this.schema.mark(name, { keep, tag: node.tagName, rank: rankWithin(marks, name, node) })
      const inner = mark.addToSet(marks)
      if (inner.length === marks.length) throw new Unsaid('an element in its own like')
      return node.childNodes.flatMap((child) => this.inline(child, [...inner]))
    }
    return [this.atom('inlineSource', node, textIn(node), marks)]
  }

  atom(type: string, node: HtmlNode, words: string, marks: Mark[]): Node {
    return this.node(type, { source: this.sourceOf(node), words }, [], marks)
  }

  sourceOf({ sourceCodeLocation: place }: HtmlNode): string {
    if (!place) throw new Unsaid('what stands nowhere')
    return this.html.slice(place.startOffset, place.endOffset)
  }

  node(type: string, attributes: Record<string, unknown>, content: Node[] = [], marks: Mark[] = []): Node {
    const found = this.schema.nodes[type]
    if (!found) throw new Unsaid(type)
    return found.create(attributes, content, marks)
  }
}

function spanIn(span = '1'): number {
  const count = Number(span)
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new Unsaid('span')
  return count
}

/** Whether a source is one element that marks a security. */
export function isSecuritySource(source: string): boolean {
  const [only, ...more] = parseHtml(source)
  return only !== undefined && more.length === 0 && isElement(only) && isSecurity(only)
}

/** An element within a line that marks one security with all its words. */
function isSecurity(element: HtmlElement): boolean {
  const marked = markedIn(element)
  const code = marked?.attrs.find(({ name }) => name === 'data-code')?.value
  const market = marked?.attrs.find(({ name }) => name === 'data-market')?.value
  if (!marked || !code || !readSecurity(code, market)) return false
  return textIn(element) !== '' && textIn(marked) === textIn(element) && !hasPicture(element)
}

function markedIn(element: HtmlElement): HtmlElement | null {
  if (element.attrs.some(({ name }) => name === 'data-code')) return element
  const inner = element.childNodes.filter(isElement)
  return inner.length === 1 && inner[0] ? markedIn(inner[0]) : null
}

function hasPicture(element: HtmlElement): boolean {
  return element.childNodes.filter(isElement).some((child) => child.tagName === 'img' || hasPicture(child))
}

/**
 * Where a mark belongs among those around it, if not where its kind has its place: deeper than what it stands in. One that
 * begins where its like has just ended must not run together with that.
 */
function rankWithin(around: Mark[], name: string, element: HtmlElement): number | null {
  const own = ownRank(name)
  const deepest = Math.max(-1, ...around.map(rankOf))
  const touches = followsItsLike(element)
  if (own >= deepest && !touches) return null
  return Math.max(own, deepest + 0.01) + (touches ? 0.001 : 0)
}

function followsItsLike(element: HtmlElement): boolean {
  const siblings = element.parentNode && 'childNodes' in element.parentNode ? element.parentNode.childNodes : []
  const others = siblings.slice(0, siblings.indexOf(element)).reverse()
  const alike = others.findIndex((other) => !isElement(other) || other.tagName !== element.tagName)
  return (alike < 0 ? others.length : alike) % 2 === 1
}

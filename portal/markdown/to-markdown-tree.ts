import type { Element, Root as HtmlRoot } from 'hast'
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast'
import { toString as textIn } from 'hast-util-to-string'
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** Clean HTML as a tree of Markdown. What Markdown cannot say and would say wrongly, as 10 to the power of 8, stays as HTML in it. */
export function toMarkdownTree(html: HtmlRoot): Root {
  prepare(html)
  visit(html, { type: 'element', tagName: 'table' }, giveHeader)
  // A note beside the text, such as a correction, is set off from it like a quotation.
  const handlers = { aside: defaultHandlers.blockquote, picture: inPlace, sup: asHtml, sub: asHtml }
  const tree = toMdast(html, { document: true, handlers })
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

/** A chart's bars say again what its numbers say; a table's caption, which Markdown has not, goes before the table. */
function prepare(html: HtmlRoot): void {
  visit(html, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return
    if (element.tagName === 'td' && classesOf(element).includes('track')) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (element.tagName !== 'table') return
    const caption = element.children.find((child) => child.type === 'element' && child.tagName === 'caption')
    if (caption?.type !== 'element') return
    element.children = element.children.filter((child) => child !== caption)
    if (textIn(caption).trim() === '') return
    parent.children.splice(index, 0, { ...caption, tagName: 'p' })
    return [SKIP, index + 2]
  })
}

/** Markdown takes the first row of a table for its header: where rows begin with headers of their own, that is a row of nothing. */
function giveHeader(table: Element): void {
  const rows: Element[] = []
  visit(table, { type: 'element', tagName: 'tr' }, (row: Element) => {
    rows.push(row)
  })
  const cells = (rows[0]?.children ?? []).filter((child) => child.type === 'element')
  const headers = cells.filter(({ tagName }) => tagName === 'th')
  if (cells[0]?.tagName !== 'th' || headers.length === cells.length) return
  const blank = cells.map((): Element => ({ type: 'element', tagName: 'th', properties: {}, children: [] }))
  table.children.unshift({ type: 'element', tagName: 'tr', properties: {}, children: blank })
}

function classesOf({ properties: { className } }: Element): (string | number)[] {
  return Array.isArray(className) ? className : []
}

const inPlace: Handle = (state, element) => state.all(element)

const asHtml: Handle = (state, element) => {
  const { tagName } = element
  return [{ type: 'html', value: `<${tagName}>` }, ...state.all(element), { type: 'html', value: `</${tagName}>` }]
}

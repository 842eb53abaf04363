import type { Element } from 'hast'
import type { Around, Flow } from './flow'
import { isUnseen } from './is-unseen'
import { makeElement } from './make-element'
import { rowsOf, type ShownCell, shownCells } from './shown-cells'

/** A table with the grid it had, its caption before it. A table of one cell only laid a page out: what it held stands by itself. */
export function toTable(table: Element, around: Around, flow: Flow): Element[] {
  const captions = table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'caption' && !isUnseen(child) ? flow(child, around) : [],
  )
  const { head, body } = rowsOf(table)
  const headRows = shownCells(table, head)
  const rows = [...headRows, ...shownCells(table, body)]
  const cells = rows.flat()
  if (cells.length === 1) return [...captions, ...cells.flatMap(({ cell }) => flow(cell, around))]
  const written = rows.map((row) =>
    makeElement(
      'tr',
      {},
      row.map((cell) => toCell(cell, around, flow)),
    ),
  )
  if (!written.some((row) => row.children.some((cell) => cell.type === 'element' && cell.children.length > 0)))
    return captions
  const parts = [
    makeElement('thead', {}, written.slice(0, headRows.length)),
    makeElement('tbody', {}, written.slice(headRows.length)),
  ]
  return [
    ...captions,
    makeElement(
      'table',
      {},
      parts.filter((part) => part.children.length > 0),
    ),
  ]
}

function toCell({ cell, colSpan, rowSpan }: ShownCell, around: Around, flow: Flow): Element {
  const [first, ...rest] = flow(cell, around)
  const isOneLine = first?.tagName === 'p' && rest.length === 0
  return makeElement(
    cell.tagName,
    { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) },
    isOneLine ? first.children : first ? [first, ...rest] : [],
  )
}

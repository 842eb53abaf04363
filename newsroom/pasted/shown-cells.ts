import type { Element } from 'hast'
import { isUnseen } from './is-unseen'
import { styleOf } from './style-of'

export type ShownCell = { readonly cell: Element; readonly colSpan: number; readonly rowSpan: number }

/**
 * The cells of each row that were seen, with the spans that are left of theirs: Excel copies the columns and rows that its
 * sheet hides, and says of a column only in `col` that it does.
 */
export function shownCells(table: Element, rows: readonly Element[]): ShownCell[][] {
  const hidden = hiddenColumns(table)
  const last = Math.max(-1, ...hidden)
  const isShown = rows.map((row) => !isUnseen(row))
  // For every column up to the last hidden one, the row at which the cell above it ends.
  const endOf: number[] = []
  return rows.flatMap((row, rowAt) => {
    let column = 0
    const cells = childrenNamed(row, ['td', 'th']).flatMap((cell) => {
      while (column <= last && (endOf[column] ?? 0) > rowAt) column++
      const colSpan = spanOf(cell.properties.colSpan)
      const rowSpan = spanOf(cell.properties.rowSpan)
      let seen = colSpan
      for (let at = column; at < column + colSpan && at <= last; at++) {
        endOf[at] = rowAt + rowSpan
        if (hidden.has(at)) seen--
      }
      column += colSpan
      if (seen === 0 || isUnseen(cell)) return []
      return [{ cell, colSpan: seen, rowSpan: isShown.slice(rowAt, rowAt + rowSpan).filter(Boolean).length }]
    })
    return isShown[rowAt] ? [cells] : []
  })
}

/** The rows of a table in their order, those of its head apart. */
export function rowsOf(table: Element): { head: Element[]; body: Element[] } {
  const parts = childrenNamed(table, ['thead', 'tbody', 'tfoot', 'tr']).filter((part) => !isUnseen(part))
  const rowsIn = (part: Element) => (part.tagName === 'tr' ? [part] : childrenNamed(part, ['tr']))
  return {
    head: parts.filter(({ tagName }) => tagName === 'thead').flatMap(rowsIn),
    body: parts.filter(({ tagName }) => tagName !== 'thead').flatMap(rowsIn),
  }
}

/** As many as a sheet of Excel has. */
const mostColumns = 16_384

function hiddenColumns(table: Element): Set<number> {
  const columns = childrenNamed(table, ['col', 'colgroup']).flatMap((part) =>
    part.tagName === 'col' ? [part] : childrenNamed(part, ['col']),
  )
  const hidden = new Set<number>()
  let at = 0
  for (const column of columns) {
    const span = spanOf(column.properties.span)
    if (styleOf(column).get('display') === 'none')
      for (let index = at; index < Math.min(at + span, mostColumns); index++) hidden.add(index)
    at += span
  }
  return hidden
}

function childrenNamed(parent: Element, names: readonly string[]): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element' && names.includes(child.tagName))
}

function spanOf(given: unknown): number {
  const span = Math.trunc(Number(given))
  return span >= 1 ? Math.min(span, 1000) : 1
}

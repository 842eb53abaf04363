import { Extension, Node } from '@tiptap/core'
import { tableEditing, goToNextCell } from '@tiptap/pm/tables'
import { carried, type Kept, keep, place, shown, worn } from './attributes'

/** `before` is the caption and the columns as their source has them. */
const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ keep, place, before: carried('') }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ node: { attrs } }) => ['table', worn(attrs.keep), ['tbody', 0]],
})

/** `section` is the part of the table it stands in, with that part's attributes. */
const tableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | headerCell)+',
  addAttributes: () => ({
    keep,
    section: { default: 'tbody', rendered: false, parseHTML: sectionOf },
    sectionKeep: carried<Kept>(null),
  }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ node: { attrs } }) => shown('tr', attrs.keep, { 'data-section': attrs.section }),
})

/** The editor itself shows all rows in one part, and says of each where it belongs. */
function sectionOf({ dataset, parentElement }: HTMLElement): string | null {
  const named = dataset.section ?? parentElement?.localName ?? ''
  return ['thead', 'tfoot'].includes(named) ? named : null
}

const cells = ['tableCell', 'headerCell'].map((name) => {
  const tag = name === 'tableCell' ? 'td' : 'th'
  return Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () => ({
      keep,
      colspan: { default: 1, rendered: false, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
      rowspan: { default: 1, rendered: false, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
      colwidth: carried<number[] | null>(null),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ node: { attrs } }) =>
      shown(tag, attrs.keep, { colspan: String(attrs.colspan), rowspan: String(attrs.rowspan) }),
  })
})

function spanOf(element: HTMLElement, name: string): number {
  return Number(element.getAttribute(name)) || 1
}

const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  headerCell: 'header_cell',
}

const tables = Extension.create({
  name: 'tables',
  extendNodeSchema: ({ name }: { name: string }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (way: 1 | -1) => () => goToNextCell(way)(this.editor.state, this.editor.view.dispatch)
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
})

export const tableNodes = [table, tableRow, ...cells, tables]

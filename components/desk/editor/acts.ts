import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  findTable,
  isInTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { addFootnote, saysFootnotes } from './add-footnote'
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import { toggleList } from './toggle-list'

/** Something the toolbar does at once. `key` is written as TipTap writes keys. */
export type Act = {
  key?: string
  run: (editor: Editor) => boolean
  /** Whether the caret stands in what it makes. */
  isOn?: (editor: Editor) => boolean
  /** Whether it can be done here; always, where nothing is said. */
  isPossible?: (editor: Editor) => boolean
  /** The word that says why it can be done nowhere in this body; null where it can. */
  whyOff?: (editor: Editor) => 'footnoteOff' | null
}

const inTable = (editor: Editor) => isInTable(editor.state)
const onTable = (command: Command): Act => ({ run: (editor) => does(editor, command), isPossible: inTable })

/** Everything that can be done to a text, by name. */
export const acts = {
  paragraph: {
    key: 'Mod-Alt-0',
    run: (editor) => editor.chain().focus().setNode('paragraph').run(),
    isOn: (editor) => editor.isActive('paragraph') && !editor.isActive('blockquote') && !editor.isActive('listItem'),
  },
  heading: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  quote: {
    key: 'Mod-Alt-q',
    run: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  pull: {
    run: (editor) =>
      editor
        .chain()
        .focus()
        .toggleWrap('blockquote', { keep: { class: 'pull' } })
        .run(),
    isOn: (editor) => editor.getAttributes('blockquote').keep?.class === 'pull',
  },
  strong: mark('strong', 'Mod-b'),
  em: mark('em', 'Mod-i'),
  underline: mark('underline', 'Mod-u'),
  strike: mark('strike', 'Mod-Shift-x'),
  sup: mark('sup', 'Mod-.'),
  sub: mark('sub', 'Mod-,'),
  code: mark('code', 'Mod-e'),
  list: { key: 'Mod-Shift-8', run: toggleList('bulletList'), isOn: (editor) => editor.isActive('bulletList') },
  numbers: { key: 'Mod-Shift-7', run: toggleList('orderedList'), isOn: (editor) => editor.isActive('orderedList') },
  table: { key: 'Mod-Alt-t', run: addTable, isPossible: (editor) => !inTable(editor) },
  addRow: onTable(addRowAfter),
  addColumn: onTable(addColumnAfter),
  dropRow: onTable(deleteRow),
  dropColumn: onTable(deleteColumn),
  headRow: onTable(toggleHeaderRow),
  dropTable: onTable(deleteTable),
  chart: { run: addChart },
  correction: {
    run: (editor) => editor.chain().focus().toggleWrap('correction').run(),
    isOn: (editor) => editor.isActive('correction'),
  },
  footnote: { key: 'Mod-Alt-f', run: addFootnote, whyOff: (editor) => (saysFootnotes(editor) ? null : 'footnoteOff') },
  rule: { run: (editor) => editor.chain().focus().insertContent({ type: 'rule' }).run() },
  undo: { key: 'Mod-z', run: (editor) => does(editor, undo), isPossible: (editor) => undo(editor.state) },
  redo: { key: 'Mod-Shift-z', run: (editor) => does(editor, redo), isPossible: (editor) => redo(editor.state) },
} satisfies Record<string, Act>

export type ActName = keyof typeof acts

function does(editor: Editor, command: Command): boolean {
  editor.view.focus()
  return command(editor.state, editor.view.dispatch, editor.view)
}

function heading(level: number): Act {
  return {
    key: `Mod-Alt-${level}`,
    run: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', { level }).run(),
    isOn: (editor) => editor.isActive('heading', { level }),
  }
}

function mark(name: string, key: string): Act {
  return {
    key,
    run: (editor) => editor.chain().focus().toggleMark(name).run(),
    isOn: (editor) => editor.isActive(name),
    isPossible: (editor) => editor.can().toggleMark(name),
  }
}

function addTable(editor: Editor): boolean {
  const cell = (type: string) => ({ type, content: [{ type: 'paragraph', attrs: { tag: '' } }] })
  const row = (section: string, type: string) => ({
    type: 'tableRow',
    attrs: { section },
    content: [cell(type), cell(type), cell(type)],
  })
  const content = [row('thead', 'headerCell'), row('tbody', 'tableCell'), row('tbody', 'tableCell')]
  return editor.chain().focus().insertContent({ type: 'table', content }).command(toFirstCell).run()
}

/** A table is filled from its beginning. */
function toFirstCell({ tr }: { tr: Transaction }): boolean {
  const table = findTable(tr.selection.$from)
  if (table) tr.setSelection(TextSelection.near(tr.doc.resolve(table.start)))
  return true
}

function addChart(editor: Editor): boolean {
  const attrs = { codeKeep: { class: 'language-bars' }, ended: true }
  return editor
    .chain()
    .focus()
    .insertContent({ type: 'codeBlock', attrs, content: [{ type: 'text', text: '标题 | 单位\n甲 | 1\n乙 | 2' }] })
    .run()
}

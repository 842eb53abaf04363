import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { formatOf } from './written-as'

/** Puts the next number at the caret and room for its words at the end, where the caret goes. */
export function addFootnote(editor: Editor): boolean {
  const { schema, doc, tr } = editor.state
  const { footnote, footnoteNumber, paragraph } = schema.nodes
  if (!footnote || !footnoteNumber || !paragraph || !saysFootnotes(editor)) return false
  const label = String(nextNumber(editor))
  tr.replaceSelectionWith(footnoteNumber.create({ label }), false)
  if (!tr.docChanged || tr.doc.eq(doc)) return false
  const end = tr.doc.content.size
  tr.insert(end, footnote.create({ label }, paragraph.create()))
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView())
  editor.view.focus()
  return true
}

/** Whether the body's format has words for a footnote: an HTML body would hold its number and its text as two that know nothing of each other. */
export function saysFootnotes(editor: Editor): boolean {
  return formatOf(editor) === 'markdown'
}

function nextNumber({ state }: Editor): number {
  let highest = 0
  state.doc.descendants(({ attrs }) => {
    highest = Math.max(highest, Number(attrs.label) || 0)
  })
  return highest + 1
}

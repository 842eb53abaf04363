import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Puts the next number at the caret and room for its words at the end, where the caret goes. */
export function addFootnote(editor: Editor): boolean {
  const { schema, doc, tr } = editor.state
  const { footnote, footnoteNumber, paragraph } = schema.nodes
  if (!footnote || !footnoteNumber || !paragraph) return false
  const label = String(nextNumber(editor))
  tr.replaceSelectionWith(footnoteNumber.create({ label }), false)
  if (!tr.docChanged || tr.doc.eq(doc)) return false
  const end = tr.doc.content.size
  tr.insert(end, footnote.create({ label }, paragraph.create()))
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView())
  editor.view.focus()
  return true
}

function nextNumber({ state }: Editor): number {
  let highest = 0
  state.doc.descendants(({ attrs }) => {
    highest = Math.max(highest, Number(attrs.label) || 0)
  })
  return highest + 1
}

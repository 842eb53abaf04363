import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Tells the editor what the browser shows as chosen: the browser itself says so a moment late, and by then another field may have the focus. */
export function takeChoice(view: EditorView): void {
  const { dom, state } = view
  const shown = document.getSelection()
  const { anchorNode, focusNode } = shown ?? {}
  if (!shown || !anchorNode || !focusNode || !dom.contains(anchorNode) || !dom.contains(focusNode)) return
  if (!(state.selection instanceof TextSelection)) return
  const [anchor, head] = [view.posAtDOM(anchorNode, shown.anchorOffset), view.posAtDOM(focusNode, shown.focusOffset)]
  const chosen = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  if (!chosen.eq(state.selection)) view.dispatch(state.tr.setSelection(chosen))
}

import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Words typed over chosen ones take their place and their marks. Browsers put them outside of a link or bold text that began with
 * the chosen words. An input method is left alone.
 */
export const typeOver = Extension.create({
  name: 'typeOver',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { beforeinput: replaceChosen } } })],
})

function replaceChosen(view: EditorView, event: InputEvent): boolean {
  const { selection } = view.state
  const isOver = selection instanceof TextSelection && !selection.empty && selection.$from.sameParent(selection.$to)
  const isTyped = event.inputType === 'insertText' && !event.isComposing && !view.composing
  if (!isOver || !isTyped || !event.data || event.data.includes('\n') || !view.editable) return false
  event.preventDefault()
  view.dispatch(view.state.tr.insertText(event.data).scrollIntoView())
  return true
}

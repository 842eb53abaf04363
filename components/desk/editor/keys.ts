import { Extension } from '@tiptap/core'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { goToNextCell } from '@tiptap/pm/tables'
import { acts, type Act } from './acts'
import { moveBlock } from './move-block'

/** What the editor does with keys. ProseMirror hands none on while a word is being composed. */
export const keys = Extension.create({
  name: 'keys',
  addKeyboardShortcuts() {
    const { editor } = this
    const named = Object.values<Act>(acts).flatMap(({ key, run }) => (key ? [[key, () => run(editor)] as const] : []))
    const plain = (command: Command) => () => command(editor.state, editor.view.dispatch, editor.view)
    return {
      ...Object.fromEntries(named),
      'Mod-y': plain(redo),
      // From cell to cell; from the last one, and from the first one back, out of the text as anywhere.
      Tab: plain(goToNextCell(1)),
      'Shift-Tab': plain(goToNextCell(-1)),
      'Alt-ArrowUp': plain(moveBlock('up')),
      'Alt-ArrowDown': plain(moveBlock('down')),
    }
  },
  addProseMirrorPlugins: () => [history(), gapCursor()],
})

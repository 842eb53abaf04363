import { type Command, NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Moves the block that the caret or the choice is in past its neighbour, and the caret with it. */
export function moveBlock(way: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const index = $from.index(0)
    const other = way === 'up' ? index - 1 : index + 1
    if (other < 0 || other >= state.doc.childCount) return false
    const block = state.doc.child(index)
    const neighbour = state.doc.child(other)
    const start = $from.depth > 0 ? $from.before(1) : $from.pos
    const tr = state.tr.delete(start, start + block.nodeSize)
    const to = way === 'up' ? start - neighbour.nodeSize : start + neighbour.nodeSize
    tr.insert(to, block)
    const isWhole = state.selection instanceof NodeSelection && $from.depth === 0
    const caret = to + $from.pos - start
    tr.setSelection(isWhole ? NodeSelection.create(tr.doc, to) : TextSelection.near(tr.doc.resolve(caret)))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

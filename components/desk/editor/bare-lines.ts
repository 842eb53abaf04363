import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** Lines of pasted lists and tables stand bare in them, as in those made here: a list is tight, and a table may be Markdown. */
export const pasteBare = Extension.create({
  name: 'pasteBare',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPasted: ({ content, openStart, openEnd }) =>
          new Slice(Fragment.from(content.content.map(bareLines)), openStart, openEnd),
      },
    }),
  ],
})

const boxes = new Set(['listItem', 'tableCell', 'headerCell'])

/** A block with the one line of each item and cell in it without an element of its own; lists may follow that line. */
export function bareLines(node: Node): Node {
  if (node.isLeaf || node.inlineContent) return node
  const [first, ...rest] = node.content.content.map(bareLines)
  const isOneLine = first?.type.name === 'paragraph' && rest.every(({ type }) => type.name.endsWith('List'))
  const isBare = boxes.has(node.type.name) && isOneLine && first.attrs.keep === null
  const line = isBare ? first.type.create({ ...first.attrs, tag: '' }, first.content) : first
  return node.copy(Fragment.from(line ? [line, ...rest] : []))
}

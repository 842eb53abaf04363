import type { Editor } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'

/** Makes a list of the chosen blocks, a list of another kind, or blocks again. New lists are set tight, as a newspaper's are. */
export function toggleList(type: 'bulletList' | 'orderedList'): (editor: Editor) => boolean {
  return (editor) => {
    if (editor.isActive(type)) return editor.chain().focus().liftListItem('listItem').command(standAlone).run()
    const wasList = editor.isActive('bulletList') || editor.isActive('orderedList')
    if (!wasList) editor.chain().focus().command(tighten).run()
    return editor.chain().focus().toggleList(type, 'listItem').run()
  }
}

type Change = Parameters<Parameters<ReturnType<Editor['chain']>['command']>[0]>[0]

function tighten(change: Change): boolean {
  return setTags(change, (node, depth) => (node.attrs.keep === null && depth === 0 ? '' : null))
}

/** Outside of a list a paragraph has an element of its own. */
function standAlone(change: Change): boolean {
  return setTags(change, (node, depth) => (node.attrs.tag === '' && depth === 0 ? 'p' : null))
}

function setTags({ tr }: Change, tagOf: (node: Node, depth: number) => string | null): boolean {
  const { from, to } = tr.selection
  tr.doc.nodesBetween(from, to, (node, position, parent) => {
    if (node.type.name !== 'paragraph') return true
    const tag = tagOf(node, parent === tr.doc ? 0 : 1)
    if (tag !== null) tr.setNodeAttribute(position, 'tag', tag)
    return false
  })
  return Fragment.from(tr.doc).size > 0
}

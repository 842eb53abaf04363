import type { Editor } from '@tiptap/core'

/** Makes a list of the chosen blocks, a list of another kind, or blocks again. New lists are set tight, as a newspaper's are. */
export function toggleList(type: 'bulletList' | 'orderedList'): (editor: Editor) => boolean {
  return (editor) => {
    if (editor.isActive(type)) return editor.chain().focus().liftListItem('listItem').command(standAlone).run()
    return editor.chain().focus().command(tighten).toggleList(type, 'listItem').run()
  }
}

type Change = Parameters<Parameters<ReturnType<Editor['chain']>['command']>[0]>[0]

function tighten({ tr }: Change): boolean {
  return setTags(tr, ({ keep, tag }) => (keep === null ? '' : tag))
}

/** Outside of a list a paragraph has an element of its own. */
function standAlone({ tr }: Change): boolean {
  return setTags(tr, ({ tag }) => tag || 'p')
}

/** Of the chosen paragraphs that stand in no box. */
function setTags(tr: Change['tr'], tagOf: (attrs: Record<string, unknown>) => unknown): boolean {
  const { from, to } = tr.selection
  tr.doc.nodesBetween(from, to, ({ type, attrs }, position) => {
    if (type.name === 'paragraph') tr.setNodeAttribute(position, 'tag', tagOf(attrs))
    return false
  })
  return true
}

import { Editor } from '@tiptap/core'
import { expect, it } from 'vitest'
import { vocabulary } from './schema'
import { toggleList } from './toggle-list'
import { writeHtml } from './write-html'

/** Two chosen paragraphs, and how many changes were made to them: each is one to undo. */
function open() {
  const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const content = { type: 'doc', content: [line('甲'), line('乙')] }
  const editor = new Editor({ element: null, extensions: vocabulary, injectCSS: false, content })
  editor.commands.setTextSelection({ from: 1, to: 5 })
  let changes = 0
  editor.on('transaction', ({ transaction }) => {
    if (transaction.docChanged) changes += 1
  })
  return {
    editor,
    seen: () => ({ changes, html: editor.state.doc.content.content.map(writeHtml).join('') }),
  }
}

it('a list is made of paragraphs, of another list, and paragraphs again of it, each time in one change', () => {
  const { editor, seen } = open()
  toggleList('bulletList')(editor)
  expect(seen()).toEqual({ changes: 1, html: '<ul><li>甲</li><li>乙</li></ul>' })
  toggleList('orderedList')(editor)
  expect(seen()).toEqual({ changes: 2, html: '<ol><li>甲</li><li>乙</li></ol>' })
  toggleList('orderedList')(editor)
  expect(seen()).toEqual({ changes: 3, html: '<p>甲</p><p>乙</p>' })
})

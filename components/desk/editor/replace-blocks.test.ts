import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { KeptBody } from './kept-body'
import { replaceBlocks } from './replace-blocks'
import { schema } from './schema'

/** Where the caret stands in a body, before and after another body came from outside. */
function merge(body: string, given: string, caretBehind: string) {
  const kept = new KeptBody(schema, 'markdown')
  const doc = schema.node('doc', null, kept.open(body))
  let at = -1
  doc.descendants((node, position) => {
    const found = node.text?.indexOf(caretBehind) ?? -1
    if (found >= 0) at = position + found + caretBehind.length
  })
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) })
  const after = state.apply(replaceBlocks(state.tr, kept.take(given, doc)))
  const { $from } = after.selection
  return { body: kept.bodyOf(after.doc), before: $from.parent.textBetween(0, $from.parentOffset) }
}

it('a caret stays behind its word when a colleague’s paragraphs come in around it', () => {
  const { body, before } = merge('甲\n\n乙丙丁\n\n戊', '新\n\n甲二\n\n乙丙丁\n\n戊二', '乙丙')
  expect(body).toBe('新\n\n甲二\n\n乙丙丁\n\n戊二')
  expect(before).toBe('乙丙')
})

it('and when its own paragraph changes elsewhere', () => {
  const { body, before } = merge('甲乙丙丁戊', '甲乙丙丁己', '乙丙')
  expect(body).toBe('甲乙丙丁己')
  expect(before).toBe('甲乙丙')
})

it('blocks that are gone are gone, also all of them but one', () => {
  expect(merge('甲\n\n乙\n\n- 丙\n\n丁', '乙', '乙').body).toBe('乙')
})

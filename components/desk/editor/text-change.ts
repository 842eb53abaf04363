import type { Mark, Node } from '@tiptap/pm/model'

/** A change of text alone: the characters of a node from `from` to `to`, counted over its whole text, became `text`. */
type TextChange = { from: number; to: number; text: string; joins: 'before' | 'after' }

/** What changed from one node to another, if it is a run of text of one kind within one line; null for any other change. */
export function textChange(before: Node, after: Node): TextChange | null {
  const start = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (start === null || ends === null) return null
  // The same character on both sides of a change is found from either end: it belongs to one of them.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const removed = textBetween(before, start, ends.a + overlap)
  const added = textBetween(after, start, ends.b + overlap)
  if (!removed || !added) return null
  const marks = removed.marks ?? added.marks
  if (!marks || (added.marks && !areSame(marks, added.marks))) return null
  const joins = joinsOf(before, start, { removes: removed.text !== '', marks })
  const from = textLength(before, start)
  return joins && { from, to: from + removed.text.length, text: added.text, joins }
}

/** Null where there is more than text of one kind; the marks are null where there is none. */
function textBetween(node: Node, from: number, to: number): { text: string; marks: readonly Mark[] | null } | null {
  const $from = node.resolve(from)
  if (!$from.parent.inlineContent || !$from.sameParent(node.resolve(to))) return null
  let text = ''
  let marks: readonly Mark[] | null = null
  let isPlain = true
  node.nodesBetween(from, to, (child, position) => {
    if (!child.isInline) return true
    if (!child.isText || (marks && !areSame(marks, child.marks))) isPlain = false
    marks = child.marks
    text += child.text?.slice(Math.max(0, from - position), to - position) ?? ''
    return false
  })
  return isPlain ? { text, marks } : null
}

/** What is typed goes to the text of its own kind that it touches. */
function joinsOf(
  node: Node,
  at: number,
  { removes, marks }: { removes: boolean; marks: readonly Mark[] },
): TextChange['joins'] | null {
  if (removes) return 'after'
  const { nodeBefore, nodeAfter } = node.resolve(at)
  if (nodeBefore?.isText && areSame(nodeBefore.marks, marks)) return 'before'
  return nodeAfter?.isText && areSame(nodeAfter.marks, marks) ? 'after' : null
}

function areSame(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => other[index]?.eq(mark))
}

/** All text of a node, with the words of what stands whole in it. */
export function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '', wordsOf)
}

function textLength(node: Node, to: number): number {
  return node.textBetween(0, to, '', wordsOf).length
}

function wordsOf(leaf: Node): string {
  return leaf.attrs.words ?? ''
}

import type { Node, Schema } from '@tiptap/pm/model'
import { type BlockText, readBlock } from './read-block'
import { spliceText } from './splice-text'
import { spliceTokens } from './splice-tokens'
import { tidyNode } from './tidy-node'
import { writeHtml } from './write-html'
import { styleOf, writeMarkdown } from './write-markdown'
import type { BodyFormat } from '@/newsroom/copy'

type WriteContext = { format: BodyFormat; definitions: string; schema: Schema; style: string }

/**
 * The words of a block after a change. Of several ways to write it the first is taken that says the same when it is read again:
 * the change set into the source where that is text alone, then the block's own language, then HTML, which says all.
 * `was` is the block before the change, null for a new one.
 */
export function writeBlock(node: Node, was: (BlockText & { node: Node }) | null, context: WriteContext): BlockText {
  if (node.type.name === 'opaque') return { kind: was?.kind ?? 'html', core: node.attrs.source }
  // Read again it is the note that it says, and no picture.
  if (node.type.name === 'waitingPicture')
    return context.format === 'html'
      ? { kind: 'html', core: writeHtml(node) }
      : { kind: 'markdown', core: writeMarkdown(node) }
  const meant = tidyNode(node)
  for (const written of waysToWrite(node, meant, was, context)) {
    const read = readBlock(written, context.definitions, context.schema)
    if (read && (isSame(read, meant) || isSame(read, node))) return written
  }
  return { kind: 'html', core: writeHtml(meant) }
}

function* waysToWrite(
  node: Node,
  meant: Node,
  was: (BlockText & { node: Node }) | null,
  context: WriteContext,
): Generator<BlockText> {
  if (was) for (const core of spliceText(was, node, context.definitions)) yield { kind: was.kind, core }
  if (was?.kind === 'html') yield { kind: 'html', core: spliceTokens(was.core, writeHtml(meant)) }
  if (context.format === 'html' || was?.kind === 'html') return
  const style = styleOf(was?.core || context.style)
  const kind = node.type.name === 'footnote' ? 'footnote' : 'markdown'
  const plain = writeMarkdown(meant, style)
  if (!/&#x[\dA-F]+;/.test(plain)) yield { kind, core: plain }
  yield { kind, core: writeMarkdown(meant, { ...style, elements: true }) }
  yield { kind, core: plain }
}

/** The same but for its number. */
export function isSame(one: Node, other: Node): boolean {
  return one.type === other.type && one.content.eq(other.content) && sameAttributes(one, other)
}

function sameAttributes({ attrs: one }: Node, { attrs: other }: Node): boolean {
  return Object.keys(one).every((name) => name === 'place' || JSON.stringify(one[name]) === JSON.stringify(other[name]))
}

import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/**
 * Puts these blocks in place of a document's. Blocks that are the same nodes are not touched, and where one became another of its
 * kind only what differs is replaced, so that a caret stays where it can.
 */
export function replaceBlocks(tr: Transaction, blocks: Node[]): Transaction {
  const old = tr.doc.content.content
  const starts = startsOf(old)
  for (const { from, to, nodes } of changesBetween(old, blocks).reverse()) {
    const start = starts[from] ?? 0
    const [one, two] = [old[from], nodes[0]]
    if (one && two && to - from === 1 && nodes.length === 1 && one.type === two.type && !one.isLeaf)
      replaceWithin(tr, start, one, two)
    else tr.replaceWith(start, starts[to] ?? tr.doc.content.size, nodes)
  }
  return tr
}

function startsOf(nodes: readonly Node[]): number[] {
  const starts = [0]
  for (const { nodeSize } of nodes) starts.push((starts.at(-1) ?? 0) + nodeSize)
  return starts
}

type Change = { from: number; to: number; nodes: Node[] }

function changesBetween(old: readonly Node[], fresh: Node[]): Change[] {
  const changes: Change[] = []
  let from = 0
  let nodes: Node[] = []
  const close = (to: number) => {
    if (to > from || nodes.length > 0) changes.push({ from, to, nodes })
    nodes = []
    from = to + 1
  }
  for (const node of fresh) {
    const at = old.indexOf(node, from)
    if (at < 0) nodes.push(node)
    else close(at)
  }
  close(old.length)
  return changes
}

function replaceWithin(tr: Transaction, start: number, old: Node, fresh: Node): void {
  const from = old.content.findDiffStart(fresh.content)
  const ends = old.content.findDiffEnd(fresh.content)
  if (from !== null && ends) {
    const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
    tr.replace(start + 1 + from, start + 1 + ends.a + overlap, fresh.slice(from, ends.b + overlap))
  }
  tr.setNodeMarkup(start, null, fresh.attrs)
}

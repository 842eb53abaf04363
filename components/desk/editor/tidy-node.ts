import { Fragment, type Mark, type Node } from '@tiptap/pm/model'

/**
 * A block as it can be written: white space at the ends of its lines goes, and stands outside of what is marked, since no one sees
 * it there and Markdown does not keep it; a list is set either tight or loose.
 */
export function tidyNode(node: Node): Node {
  if (node.type.spec.code || node.isLeaf) return node
  if (node.inlineContent) return node.copy(tidyLine(node))
  const children = node.content.content.map(tidyNode)
  if (node.type.name === 'table')
    return node.copy(Fragment.from(isPlain(node) ? children.map((row) => plainRow(row, node.firstChild)) : children))
  const isLoose =
    node.type.name.endsWith('List') && node.content.content.some((item) => item.firstChild?.attrs.tag === 'p')
  return node.copy(Fragment.from(isLoose ? children.map(loosen) : children))
}

/** A table whose first cell holds a line without an element of its own has such lines in all cells: new ones come with one. */
function isPlain(table: Node): boolean {
  return table.firstChild?.firstChild?.firstChild?.attrs.tag === ''
}

/** A new cell is set as the head of its column is. */
function plainRow(row: Node, head: Node | null): Node {
  const cells = row.content.content.map((cell, index) => {
    const align = head?.maybeChild(index)?.attrs.keep?.align
    const keep = cell.attrs.keep ?? (align ? { align } : null)
    return cell.type.create({ ...cell.attrs, keep }, plainLines(cell))
  })
  return row.copy(Fragment.from(cells))
}

function plainLines(cell: Node): Node[] {
  const [line, ...more] = cell.content.content
  if (!line || more.length > 0 || line.type.name !== 'paragraph' || line.attrs.keep) return cell.content.content.slice()
  return [line.type.create({ ...line.attrs, tag: '' }, line.content)]
}

/** One line of an item in a paragraph puts those of all in paragraphs. */
function loosen(item: Node): Node {
  return item.copy(
    Fragment.from(
      item.content.content.map((block) =>
        block.type.name === 'paragraph' && block.attrs.tag === ''
          ? block.type.create({ ...block.attrs, tag: 'p' }, block.content, block.marks)
          : block,
      ),
    ),
  )
}

function tidyLine(line: Node): Fragment {
  const nodes = line.content.content.flatMap(looseEnds)
  return trimmed(Fragment.from(joined(nodes)))
}

const tight = new Set(['strong', 'em', 'strike'])

/** Marked words keep their marks, and the white space around them loses those that cannot begin or end with it. */
function looseEnds(node: Node): Node[] {
  const text = node.text ?? ''
  const loose = node.marks.filter((mark) => !tight.has(mark.type.name))
  if (loose.length === node.marks.length || text === '') return [node]
  const [, before = '', words = '', after = ''] = /^([ \t\n]*)([\s\S]*?)([ \t\n]*)$/.exec(text) ?? []
  const piece = (part: string, marks: readonly Mark[]) => (part === '' ? [] : [node.type.schema.text(part, marks)])
  return [...piece(before, loose), ...piece(words, node.marks), ...piece(after, loose)]
}

function joined(nodes: Node[]): Node[] {
  const all: Node[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (last?.isText && node.isText && last.sameMarkup(node))
      all[all.length - 1] = node.type.schema.text(`${last.text}${node.text}`, node.marks)
    else all.push(node)
  }
  return all
}

function trimmed(line: Fragment): Fragment {
  const text = line.textBetween(0, line.size, '', '\uFFFC')
  const before = /^[ \t\n]*/.exec(text)?.[0].length ?? 0
  if (before === text.length) return before === 0 ? line : Fragment.empty
  const after = /[ \t\n]*$/.exec(text)?.[0].length ?? 0
  return line.cut(before, line.size - after)
}

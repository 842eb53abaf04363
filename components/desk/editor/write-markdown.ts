import type { Mark, Node } from '@tiptap/pm/model'
import type { BlockContent, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Options, toMarkdown } from 'mdast-util-to-markdown'
import { rankOf } from './rank'
import { closeTag, openTag, writeHtml, writeLine } from './write-html'

/** Which of the ways to write Markdown a writer has. */
type MarkdownStyle = Pick<Options, 'bullet' | 'emphasis' | 'strong' | 'fence' | 'setext' | 'bulletOrdered' | 'rule'> & {
  /** Strong and emphasis as elements: between Chinese marks and letters the asterisks may not be read as such. */
  elements?: boolean
}

/** A block as Markdown; what Markdown cannot say stands in it as HTML. No line end follows it. */
export function writeMarkdown(node: Node, { elements = false, ...style }: MarkdownStyle = {}): string {
  const tree = new Writing(elements).block(node)
  return toMarkdown(tree, {
    listItemIndent: 'one',
    ...style,
    bulletOther: style.bullet === '-' ? '*' : '-',
    extensions: [gfmToMarkdown({ singleTilde: false } as Parameters<typeof gfmToMarkdown>[0])],
  }).replace(/\n$/, '')
}

/** The ways that a piece of Markdown was written. */
export function styleOf(markdown: string): MarkdownStyle {
  const bullet = /^\s*([-*+])\s/m.exec(markdown)?.[1] as MarkdownStyle['bullet']
  return {
    bullet: bullet ?? '-',
    emphasis: /(^|[^_\w])_(?![_\s])/.test(markdown) ? '_' : '*',
    strong: /(^|[^_\w])__(?![_\s])/.test(markdown) ? '_' : '*',
    fence: /^~~~/m.test(markdown) ? '~' : '`',
    setext: /^[^\n]+\n(=+|-+)[ \t]*$/m.test(markdown),
    bulletOrdered: /^\s*\d+\)\s/m.test(markdown) ? ')' : '.',
    rule: /^\s*([-*_])[ \t]*(\1[ \t]*){2,}$/m.exec(markdown)?.[1] as MarkdownStyle['rule'],
  }
}

class Writing {
  constructor(readonly elements: boolean) {}

  block(node: Node): RootContent {
    return this.plain(node) ?? { type: 'html', value: writeHtml(node) }
  }

  blocks(node: Node): BlockContent[] {
    return node.content.content.map((child) => this.block(child)) as BlockContent[]
  }

  /** As Markdown has it; null where only HTML will do. */
  plain(node: Node): RootContent | null {
    const { attrs, type, content } = node
    if (type.name === 'footnote')
      return { type: 'footnoteDefinition', identifier: attrs.label, label: attrs.label, children: this.blocks(node) }
    if (type.name === 'codeBlock') return this.code(node)
    if (type.name === 'table') return this.table(node)
    if (type.name === 'orderedList') return this.list(node)
    if (type.name === 'waitingPicture') return { type: 'paragraph', children: [{ type: 'text', value: attrs.note }] }
    if (attrs.keep) return null
    if (type.name === 'paragraph' && (attrs.tag === 'p' || attrs.tag === ''))
      return { type: 'paragraph', children: this.line(content.content) }
    if (type.name === 'heading') return { type: 'heading', depth: attrs.level, children: this.line(content.content) }
    if (type.name === 'bulletList') return this.list(node)
    if (type.name === 'blockquote') return { type: 'blockquote', children: this.blocks(node) }
    if (type.name === 'rule') return { type: 'thematicBreak' }
    return null
  }

  list(node: Node): RootContent | null {
    const { start, ...others } = node.attrs.keep ?? {}
    if (Object.keys(others).length > 0 || node.content.content.some((item) => item.attrs.keep)) return null
    const spread = node.content.content.some((item) => item.firstChild?.attrs.tag === 'p')
    return {
      type: 'list',
      ordered: node.type.name === 'orderedList',
      start: start === undefined ? 1 : Number(start),
      spread,
      children: node.content.content.map(
        (item): ListItem => ({ type: 'listItem', spread, children: this.blocks(item) }),
      ),
    }
  }

  code({ attrs, textContent }: Node): RootContent | null {
    const { class: named = '', ...others } = attrs.codeKeep ?? {}
    if (attrs.keep || !attrs.codeKeep || !attrs.ended || Object.keys(others).length > 0) return null
    const [, lang = ''] = /^language-(\S+)$/.exec(named) ?? []
    return named && !lang ? null : { type: 'code', lang: lang || null, value: textContent }
  }

  /** Markdown's tables have one row of heads, no spans, and one line of text a cell. */
  table({ attrs, content }: Node): Table | null {
    const rows = content.content
    const isPlain = rows.every(({ attrs: row, content: cells }, index) => {
      const section = index === 0 ? 'thead' : 'tbody'
      return (
        !row.keep &&
        !row.sectionKeep &&
        row.section === section &&
        cells.content.every((cell) => isPlainCell(cell, index))
      )
    })
    if (attrs.keep || attrs.before || !isPlain) return null
    return {
      type: 'table',
      align: rows[0]?.content.content.map((cell) => cell.attrs.keep?.align ?? null) ?? [],
      children: rows.map((row) => ({
        type: 'tableRow',
        children: row.content.content.map((cell) => ({
          type: 'tableCell',
          children: this.line(cell.firstChild?.content.content ?? []),
        })),
      })),
    }
  }

  line(nodes: readonly Node[], depth = 0): PhrasingContent[] {
    const written: PhrasingContent[] = []
    for (let index = 0; index < nodes.length; ) {
      const node = nodes[index]
      const mark = node && markAt(node, depth)
      if (!node) break
      if (!mark) {
        written.push(this.inline(node))
        index += 1
        continue
      }
      const next = nodes.findIndex((other, at) => at > index && !markAt(other, depth)?.eq(mark))
      const end = next < 0 ? nodes.length : next
      written.push(...this.marked(mark, nodes.slice(index, end), depth))
      index = end
    }
    return written
  }

  marked(mark: Mark, nodes: readonly Node[], depth: number): PhrasingContent[] {
    const children = this.line(nodes, depth + 1)
    const { keep, tag } = mark.attrs
    if (mark.type.name === 'link' && keep && Object.keys(keep).every((name) => name === 'href' || name === 'title'))
      return [{ type: 'link', url: keep.href ?? '', title: keep.title ?? null, children }]
    if (tag === 'code' && !keep && nodes.every((node) => node.isText))
      return [{ type: 'inlineCode', value: nodes.map(({ text }) => text).join('') }]
    if (!this.elements && !keep && tag === 'strong') return [{ type: 'strong', children }]
    if (!this.elements && !keep && tag === 'em') return [{ type: 'emphasis', children }]
    if (!this.elements && !keep && tag === 'del') return [{ type: 'delete', children }]
    return [{ type: 'html', value: openTag(mark) }, ...children, { type: 'html', value: closeTag(mark) }]
  }

  inline(node: Node): PhrasingContent {
    const { attrs, type } = node
    if (node.isText) return { type: 'text', value: node.text ?? '' }
    if (type.name === 'lineBreak' && !attrs.keep) return { type: 'break' }
    if (type.name === 'footnoteNumber')
      return { type: 'footnoteReference', identifier: attrs.label, label: attrs.label }
    const { src, alt, title, ...others } = attrs.keep ?? {}
    if (type.name === 'picture' && src && Object.keys(others).length === 0)
      return { type: 'image', url: src, alt: alt ?? '', title: title ?? null }
    return { type: 'html', value: writeLine([node.mark([])]) }
  }
}

function isPlainCell(cell: Node, row: number): boolean {
  const { keep, colspan, rowspan } = cell.attrs
  const isKept = Object.keys(keep ?? {}).every((name) => name === 'align')
  const isAlone =
    cell.childCount === 1 && cell.firstChild?.type.name === 'paragraph' && cell.firstChild.attrs.tag === ''
  return (
    isKept && isAlone && colspan === 1 && rowspan === 1 && cell.type.name === (row === 0 ? 'headerCell' : 'tableCell')
  )
}

/** The mark of a node at a depth, outermost first. */
function markAt(node: Node, depth: number): Mark | undefined {
  return [...node.marks].sort((one, other) => rankOf(one) - rankOf(other))[depth]
}

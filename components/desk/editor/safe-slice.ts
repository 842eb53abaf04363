import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { safeSource } from '@/newsroom/pasted/safe-source'
import { type Kept, linkAddress, pictureAddress } from './attributes'
import { parseHtml, textIn } from './html-tree'
import { isSecuritySource } from './read-html'

/**
 * What is pasted or dropped, with nothing in it that could not have been written here: no handler, no look, no program, no number of
 * somebody else's block. It may hold anything: who makes a clipboard writes into it what they like.
 */
export function safeSlice({ content, openStart, openEnd }: Slice): Slice {
  return new Slice(safeContent(content), openStart, openEnd)
}

function safeContent(content: Fragment): Fragment {
  return Fragment.from(content.content.map(safeNode))
}

function safeNode(node: Node): Node {
  const { type } = node
  const marks = node.marks.map(safeMark)
  if (node.isText) return node.mark(marks)
  if (type.name === 'security' || type.name === 'inlineSource') return safeAtom(node, marks)
  if (type.name === 'opaque') return safeOpaque(node)
  return type.create(safeAttributes(node), safeContent(node.content), marks)
}

function safeMark(mark: Mark): Mark {
  // Its element is one of those the schema reads it from.
  return mark.type.create({ ...mark.attrs, keep: safeKept(mark.attrs.keep), rank: null })
}

/** A mark that names no security is its words, and what has no words a space. */
function safeAtom(node: Node, marks: readonly Mark[]): Node {
  const source = safeSource(String(node.attrs.source))
  const words = parseHtml(source).map(textIn).join('')
  const isWhole = node.type.name === 'security' ? isSecuritySource(source) : source !== ''
  if (isWhole) return node.type.create({ source, words }, null, marks)
  return node.type.schema.text(words || String(node.attrs.words) || ' ', marks)
}

function safeOpaque(node: Node): Node {
  const source = safeSource(String(node.attrs.source))
  const { paragraph } = node.type.schema.nodes
  if (source === '' && paragraph) return paragraph.create()
  return node.type.create({ source, what: String(node.attrs.what) })
}

/** An attribute that is not named here is the usual one. */
const safe: Record<string, (given: unknown) => unknown> = {
  keep: safeKept,
  codeKeep: safeKept,
  sectionKeep: safeKept,
  tag: (given) => (given === '' || given === 'center' ? given : 'p'),
  level: (given) => numberWithin(given, 6),
  colspan: (given) => numberWithin(given, 1000),
  rowspan: (given) => numberWithin(given, 1000),
  section: (given) => (given === 'thead' || given === 'tfoot' || given === null ? given : 'tbody'),
  label: (given) => (typeof given === 'string' && /^[\p{L}\p{N}_-]{1,40}$/u.test(given) ? given : '1'),
  ended: (given) => given !== false,
  // Of a picture on its way into the library.
  src: (given) => (isPictureData(String(given)) ? given : ''),
  alt: String,
  caption: String,
}

function safeAttributes({ attrs }: Node): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).flatMap(([name, given]) => {
      const read = safe[name]
      return read ? [[name, read(given)]] : []
    }),
  )
}

function numberWithin(given: unknown, most: number): number {
  const number = typeof given === 'number' ? Math.trunc(given) : 1
  return number >= 1 && number <= most ? number : 1
}

/** Attributes that say what a thing is. What they only say of its look, but for centring, stays behind. */
const meant = new Set(
  'href title src alt width height start reversed value align scope colspan rowspan datetime lang dir'.split(' '),
)
const meantClass = /^(?:pull|correction|credit|dateline|center|em_media|em_stock_key_common|language-[\w-]+)$/

function safeKept(given: unknown): Kept {
  if (typeof given !== 'object' || given === null) return null
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const kept = typeof value === 'string' ? safeValue(name, value) : null
    return kept === null ? [] : [[name, kept] as const]
  })
  // An empty one says that there is an element, as the `code` in a `pre`.
  return entries.length > 0 || Object.keys(given).length === 0 ? Object.fromEntries(entries) : null
}

function safeValue(name: string, value: string): string | null {
  if (name === 'style') return /text-align:\s*center/i.test(value) ? 'text-align: center' : null
  if (name === 'class')
    return (
      value
        .split(/\s+/)
        .filter((one) => meantClass.test(one))
        .join(' ') || null
    )
  if (name === 'href') return linkAddress({ href: value })
  if (name === 'src') return pictureAddress({ src: value }) ?? (isPictureData(value) ? value : null)
  return meant.has(name) ? value : null
}

/** A picture in its own address; one that is a document, and could hold a program, is none. */
function isPictureData(address: string): boolean {
  return /^data:image\/(?!svg)/i.test(address)
}

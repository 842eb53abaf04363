import type { Node, Schema } from '@tiptap/pm/model'
import { type BodyBlock, sliceBody } from '@/newsroom/body-blocks'
import type { BodyFormat } from '@/newsroom/copy'
import { matchBlocks } from './match-blocks'
import { type BlockText, opaqueNode, readBlock } from './read-block'
import { isSame, writeBlock } from './write-block'

/** A block with a source: what it is now, what it was at first, and what follows it in the body. */
type Entry = { now: Said; first: Said; after: string; next: number | null }
type Said = BlockText & { node: Node }

/** A block as it goes into the body. */
type Piece = BlockText & { place: number | null; type: string }

/**
 * A body while it is edited: the source of every block beside its node, so that what nobody touches goes back as it came.
 * The string is the truth; a document is a view of it.
 */
export class KeptBody {
  private entries = new Map<number, Entry>()
  private places = 0
  private lead = ''
  private tail = ''
  private proven = ''
  private body = ''
  private definitions = ''
  /** Blocks that have no source yet, as last written. */
  private fresh = new WeakMap<Node, BlockText>()

  constructor(
    readonly schema: Schema,
    readonly format: BodyFormat,
  ) {}

  /** The top-level nodes of a body, in place of whatever was kept. */
  open(body: string): Node[] {
    this.entries.clear()
    return this.adopt(body, sliceBody(body, this.format), [])
  }

  /**
   * The nodes of a body that came from outside, in place of those of the document: blocks that say the same stay the nodes they are.
   */
  take(body: string, doc: Node): Node[] {
    const blocks = sliceBody(body, this.format)
    const now = doc.content.content.filter((node) => this.textOf(node))
    const matched = matchBlocks(
      now.map((node) => this.textOf(node) ?? { kind: 'blank' as const, core: '' }),
      blocks.map(coreOf),
    )
    return this.adopt(
      body,
      blocks,
      matched.map((index) => (index === null ? null : (now[index] ?? null))),
    )
  }

  /** The body that a document says. Blocks nobody touched are in it to the byte. */
  bodyOf(doc: Node): string {
    const nodes = doc.content.content
    if (this.isAsOpened(nodes)) return this.body
    this.definitions = definitionsOf(nodes)
    const seen = new Set<number>()
    const pieces = nodes.flatMap((node) => this.pieceOf(node, seen))
    if (pieces.length === 0) return this.entries.size === 0 ? this.body : ''
    const shape = pieces.map(({ place, kind, type }) => `${place}${kind}${type}`).join()
    const body = this.join(pieces, [])
    if (shape === this.proven) return body
    this.proven = shape
    return this.format === 'html' ? body : this.keepApart(pieces, body)
  }

  private isAsOpened(nodes: readonly Node[]): boolean {
    if (nodes.length !== this.entries.size) return false
    let next: number | null | undefined = nodes[0]?.attrs.place
    for (const node of nodes) {
      const entry = this.entries.get(node.attrs.place)
      if (!entry || node.attrs.place !== next || !isSame(node, entry.first.node)) return false
      next = entry.next
    }
    return next === null
  }

  private adopt(body: string, blocks: BodyBlock[], known: (Node | null)[]): Node[] {
    const shown = blocks.filter(({ kind }) => kind !== 'blank')
    this.body = body
    this.definitions = definitionsIn(shown)
    this.lead = shown[0]?.source.slice(0, shown[0].from) ?? ''
    this.tail = shown.at(-1)?.source.slice(shown.at(-1)?.to) ?? (body.trim() === '' ? '' : `\n\n${body}`)
    const entries = new Map<number, Entry>()
    const nodes = shown.map((block, index) => {
      const text = coreOf(block)
      const old = known[index]
      const read = old ?? readBlock(text, this.definitions, this.schema) ?? opaqueNode(text, this.schema)
      const place = this.placeFor(old, entries)
      const node =
        read.attrs.place === place ? read : read.type.create({ ...read.attrs, place }, read.content, read.marks)
      const said = { ...text, node }
      entries.set(place, { now: said, first: said, after: block.source.slice(block.to), next: null })
      return node
    })
    for (const [index, node] of nodes.entries()) {
      const entry = entries.get(node.attrs.place)
      if (entry) entry.next = nodes[index + 1]?.attrs.place ?? null
    }
    this.entries = entries
    this.proven = ''
    return nodes
  }

  private placeFor(known: Node | null | undefined, taken: Map<number, Entry>): number {
    const old = known?.attrs.place
    if (typeof old === 'number' && !taken.has(old)) return old
    this.places += 1
    return this.places
  }

  /** What a node says at present; null for one that says nothing. */
  private textOf(node: Node): BlockText | null {
    return this.pieceOf(node, new Set())[0] ?? null
  }

  private pieceOf(node: Node, seen: Set<number>): Piece[] {
    const { place } = node.attrs
    const entry = typeof place === 'number' && !seen.has(place) ? this.entries.get(place) : undefined
    if (!entry) return this.freshPiece(node)
    seen.add(place)
    if (entry.now.node !== node) entry.now = this.saidNow(node, entry)
    const { kind, core } = entry.now
    // What was emptied says nothing; what came empty is as it was.
    return core === '' && entry.first.core !== '' ? [] : [{ kind, core, place, type: node.type.name }]
  }

  private saidNow(node: Node, entry: Entry): Said {
    // What is undone is as it was, to the byte.
    if (isSame(node, entry.first.node)) return { ...entry.first, node }
    if (isSame(node, entry.now.node)) return { ...entry.now, node }
    return isEmpty(node) ? { kind: entry.now.kind, core: '', node } : { ...this.write(node, spoken(entry)), node }
  }

  private freshPiece(node: Node): Piece[] {
    if (isEmpty(node)) return []
    const text = this.fresh.get(node) ?? this.write(withElement(node), null)
    this.fresh.set(node, text)
    return [{ ...text, place: null, type: node.type.name }]
  }

  private write(node: Node, was: Said | null): BlockText {
    const { format, definitions, schema, body } = this
    return writeBlock(node, was, { format, definitions, schema, style: body })
  }

  private join(pieces: Piece[], apart: number[]): string {
    const joined = pieces.map((piece, index) => {
      const next = pieces[index + 1]
      if (!next) return piece.core
      return piece.core + (apart.includes(index) ? '\n\n<!-- -->\n\n' : this.gap(piece, next))
    })
    return this.lead + joined.join('') + this.tail
  }

  /** What stands between two blocks: what stood there, if it still keeps them apart. */
  private gap(piece: Piece, next: Piece): string {
    const entry = piece.place === null ? undefined : this.entries.get(piece.place)
    const isAsWas = entry !== undefined && entry.next !== null && entry.next === next.place
    if (this.format === 'html') return isAsWas ? entry.after : this.usualGap()
    if (!isAsWas) return `${comments(entry)}\n\n`
    const areBothHtml = piece.kind === 'html' && next.kind === 'html'
    const isEnough = areBothHtml || !(this.isOther(piece) || this.isOther(next)) || /\n[ \t]*\r?\n/.test(entry.after)
    return isEnough ? entry.after : `${entry.after.trimEnd()}\n\n`
  }

  /** Whether a block became one of another kind. */
  private isOther({ place, kind, type }: Piece): boolean {
    const first = place === null ? undefined : this.entries.get(place)?.first
    return first?.kind !== kind || first.node.type.name !== type
  }

  private usualGap(): string {
    const [first] = [...this.entries.values()].filter(({ next }) => next !== null)
    return first && first.after.trim() === '' ? first.after : ''
  }

  /** Blocks of Markdown that would be read as one, as two lists in a row are, get a comment between them. */
  private keepApart(pieces: Piece[], body: string): string {
    const apart: number[] = []
    let joined = body
    for (const _ of pieces) {
      const cores = sliceBody(joined, this.format).map(coreOf)
      const wrong = pieces.findIndex(({ core }, index) => cores[index]?.core !== core)
      if (wrong < 0 || wrong === pieces.length - 1 || apart.includes(wrong)) break
      apart.push(wrong)
      joined = this.join(pieces, apart)
    }
    if (apart.length > 0) this.proven = ''
    return joined
  }
}

/** Words typed into an emptied block are still in its place, though its source is gone. */
function spoken({ now, first }: Entry): Said {
  return now.core === '' ? first : now
}

function isEmpty(node: Node): boolean {
  return node.type.name === 'paragraph' && node.content.size === 0
}

/** Text without an element that is new needs one: beside other text it would be one with it. */
function withElement(node: Node): Node {
  if (node.type.name !== 'paragraph' || node.attrs.tag !== '') return node
  return node.type.create({ ...node.attrs, tag: 'p' }, node.content)
}

function coreOf({ kind, source, from, to }: BodyBlock): BlockText {
  return { kind, core: source.slice(from, to) }
}

function comments(entry: Entry | undefined): string {
  return entry?.after.includes('<!--') ? entry.after.trimEnd() : ''
}

function definitionsIn(blocks: BodyBlock[]): string {
  return blocks
    .map(coreOf)
    .flatMap(({ kind, core }) => {
      if (kind === 'reference') return [core]
      const [, label] = (kind === 'footnote' && /^\[\^([^\]]+)\]:/.exec(core)) || []
      return label === undefined ? [] : [stub(label)]
    })
    .join('\n\n')
}

function definitionsOf(nodes: readonly Node[]): string {
  return nodes
    .flatMap(({ type, attrs }) => {
      if (type.name === 'footnote') return [stub(attrs.label)]
      return type.name === 'opaque' && attrs.what === 'reference' ? [attrs.source] : []
    })
    .join('\n\n')
}

/** That a footnote is defined matters to the text; what it says does not. */
function stub(label: string): string {
  return `[^${label}]: -`
}

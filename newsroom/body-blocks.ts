import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import type { BodyFormat } from './copy'

/**
 * What a block of a body is: Markdown, HTML as it was written (also within Markdown), Markdown and HTML that hang together,
 * the definition of a link or of a footnote, which other blocks refer to, or nothing that shows.
 */
type BlockKind = 'markdown' | 'html' | 'mixed' | 'reference' | 'footnote' | 'blank'

export type BodyBlock = {
  kind: BlockKind
  /** As it stands in the body, with the white space and comments up to the next block. */
  source: string
  /** Where in `source` that begins and ends which shows. */
  from: number
  to: number
}

/**
 * Cuts a body into its top-level blocks. Their sources joined are the body, to the byte, whatever the body is, and each read
 * by itself says what it says in its place; what cannot be told apart so stays one block.
 */
export function sliceBody(body: string, format: BodyFormat): BodyBlock[] {
  return format === 'html' ? toBlocks(body, cutHtml(body)) : toBlocks(body, cutMarkdown(body))
}

/** A block's place in the body, without what is silent around it. */
type Cut = { kind: BlockKind; from: number; to: number }

/** Everything between two cuts belongs to the one before; what stands before the first belongs to the first. */
function toBlocks(body: string, cuts: Cut[]): BodyBlock[] {
  if (body === '') return []
  if (cuts.length === 0) return [{ kind: 'blank', source: body, from: body.length, to: body.length }]
  return cuts.map(({ kind, from, to }, index) => {
    const start = index === 0 ? 0 : from
    return { kind, source: body.slice(start, cuts[index + 1]?.from ?? body.length), from: from - start, to: to - start }
  })
}

type Node = DefaultTreeAdapterTypes.ChildNode

const htmlBlock =
  /^(address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|script|section|style|table|ul|video|audio|link|meta|title|template|svg|math|object|embed)$/

/** Each block element is a block; text and inline elements in a row are one. */
function cutHtml(html: string): Cut[] {
  const root = parseFragment(html, { sourceCodeLocationInfo: true })
  const cuts: Cut[] = []
  let isOpen = false
  for (const node of root.childNodes) {
    if (isSilent(node)) continue
    const place = node.sourceCodeLocation
    const last = cuts.at(-1)
    // An element that the parser made or moved stands nowhere in the source.
    if (!place || (last && place.startOffset < last.to)) return wholeOf(html)
    const isBlock = 'tagName' in node && htmlBlock.test(node.tagName)
    const to = endOf(node, html)
    if (isOpen && !isBlock && last) last.to = to
    else cuts.push({ kind: 'html', from: place.startOffset, to })
    isOpen = !isBlock
  }
  if (cuts.length < 2) return cuts.length === 1 ? cuts : wholeOf(html)
  const pieces = toBlocks(html, cuts).map(({ source }) => source)
  return serialize(root) === pieces.map(normal).join('') ? cuts : wholeOf(html)
}

/** An element that is never closed ends where the next node begins; the parser says otherwise of some. */
function endOf(node: Node, html: string): number {
  const place = node.sourceCodeLocation
  if (!place || !('tagName' in node) || node.sourceCodeLocation?.endTag) return place?.endOffset ?? html.length
  const siblings = node.parentNode?.childNodes ?? []
  const next = siblings[siblings.indexOf(node) + 1]?.sourceCodeLocation?.startOffset ?? html.length
  return Math.max(place.startOffset, html.slice(0, next).trimEnd().length)
}

function wholeOf(html: string): Cut[] {
  const from = html.search(/\S/)
  return from < 0 || parseFragment(html).childNodes.every(isSilent)
    ? []
    : [{ kind: 'html', from, to: html.trimEnd().length }]
}

function isSilent(node: Node): boolean {
  return node.nodeName === '#comment' || ('value' in node && node.nodeName === '#text' && node.value.trim() === '')
}

function normal(html: string): string {
  return serialize(parseFragment(html))
}

/** Blocks alone: what stands within a paragraph is not read, which takes a third of the time. */
const blocksOnly: Options = {
  extensions: [
    gfmTable(),
    gfmFootnote(),
    {
      disable: {
        null: [
          'attention',
          'autolink',
          'characterEscape',
          'characterReference',
          'codeText',
          'gfmFootnoteCall',
          'hardBreakEscape',
          'htmlText',
          'labelEnd',
          'labelStartImage',
          'labelStartLink',
        ],
      },
    },
  ],
  mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
}

const kinds: Record<string, BlockKind> = {
  html: 'html',
  definition: 'reference',
  footnoteDefinition: 'footnote',
}

function cutMarkdown(markdown: string): Cut[] {
  // A byte order mark is no part of what the parser counts.
  const skipped = markdown.startsWith('\uFEFF') ? 1 : 0
  const cuts = fromMarkdown(markdown.slice(skipped), blocksOnly).children.map(({ type, position }): Cut => {
    const from = skipped + (position?.start.offset ?? 0)
    return { kind: kinds[type] ?? 'markdown', from, to: skipped + (position?.end.offset ?? 0) }
  })
  if (!cuts.some(({ kind }) => kind === 'html')) return cuts
  const finer = cuts.flatMap((cut) => (cut.kind === 'html' ? cutHtmlWithin(markdown, cut) : [cut]))
  return standsAlone(markdown, finer) ? finer : joinHtml(cuts)
}

/** HTML in a row is one block of Markdown, but the paragraphs in it are blocks of the body. */
function cutHtmlWithin(markdown: string, { from, to }: Cut): Cut[] {
  return cutHtml(markdown.slice(from, to)).map((cut) => ({ kind: 'html', from: from + cut.from, to: from + cut.to }))
}

/** Whether every piece of HTML is whole: none opens or closes what stands in another block. Markdown counts as a rule each. */
function standsAlone(markdown: string, cuts: Cut[]): boolean {
  const pieces = cuts.map(({ kind, from, to }) => (kind === 'html' ? markdown.slice(from, to) : '<hr>'))
  return normal(pieces.join('')) === pieces.map(normal).join('')
}

function joinHtml(cuts: Cut[]): Cut[] {
  const first = cuts.findIndex(({ kind }) => kind === 'html')
  const last = cuts.findLastIndex(({ kind }) => kind === 'html')
  const joined = cuts.slice(first, last + 1)
  const [{ from } = { from: 0 }] = joined
  return [
    ...cuts.slice(0, first),
    { kind: first === last ? 'html' : 'mixed', from, to: joined.at(-1)?.to ?? from },
    ...cuts.slice(last + 1),
  ]
}

import type { Nodes } from 'mdast'
import { fromMarkdown, type Handle } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { BodyFormat } from './copy'

/** Where the source of a body names a picture. */
export type PicturePlace = {
  /** What it says there, read. */
  address: string
  /** The characters that say it, from and up to. */
  from: number
  to: number
}

/** Every place in the source of a body that names a picture, in order. A definition is one where a picture refers to it. */
export function picturePlaces(body: string, format: BodyFormat): PicturePlace[] {
  if (!/!\[|<im/i.test(body)) return []
  const places = format === 'html' ? placesInHtml(body, 0) : placesInMarkdown(body)
  return places.sort((one, other) => one.from - other.from)
}

/** The body with other addresses for pictures, and not a byte of it changed elsewhere. */
export function replaceAddresses(body: string, format: BodyFormat, addresses: ReadonlyMap<string, string>): string {
  let replaced = body
  for (const { address, from, to } of picturePlaces(body, format).reverse()) {
    const other = addresses.get(address)
    if (other !== undefined) replaced = replaced.slice(0, from) + other + replaced.slice(to)
  }
  return replaced
}

function placesInMarkdown(markdown: string): PicturePlace[] {
  // A byte order mark is no part of what the parser counts.
  const skipped = markdown.startsWith('\uFEFF') ? 1 : 0
  const said: { node: Nodes; from: number; to: number }[] = []
  const say: Handle = function (token) {
    const node = this.stack.at(-1)
    if (node && node.type !== 'fragment')
      said.push({ node, from: token.start.offset + skipped, to: token.end.offset + skipped })
    this.buffer()
  }
  const root = fromMarkdown(markdown.slice(skipped), {
    // All that readers' pages know: an address by itself ends a code span that would have held a picture.
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [
      gfmFromMarkdown(),
      { enter: { resourceDestinationString: say, definitionDestinationString: say } },
    ],
  })
  const nodes = allOf(root)
  const wanted = new Set(nodes.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])))
  const places = said.flatMap(({ node, from, to }) => {
    if (node.type === 'image') return [{ address: node.url, from, to }]
    // Of several definitions of one name the first one counts.
    return node.type === 'definition' && wanted.delete(node.identifier) ? [{ address: node.url, from, to }] : []
  })
  const html = nodes.flatMap((node) => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset]
    if (node.type !== 'html' || from === undefined || to === undefined) return []
    return placesInHtml(markdown.slice(from + skipped, to + skipped), from + skipped)
  })
  return [...places, ...html]
}

function allOf(root: Nodes): Nodes[] {
  const all: Nodes[] = []
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    all.push(node)
    if ('children' in node) waiting.push(...node.children)
  }
  return all
}

type Node = DefaultTreeAdapterTypes.ChildNode

/** No recursion: a body may be nested as deeply as somebody cares to. */
function placesInHtml(html: string, offset: number): PicturePlace[] {
  const places: PicturePlace[] = []
  const waiting: Node[] = [...parseFragment(html, { sourceCodeLocationInfo: true }).childNodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    waiting.push(...node.childNodes)
    const src = node.tagName === 'img' ? node.attrs.find(({ name }) => name === 'src') : undefined
    const place = node.sourceCodeLocation?.attrs?.src
    if (!src || !place) continue
    const value = valueIn(html.slice(place.startOffset, place.endOffset))
    if (value)
      places.push({
        address: src.value.trim(),
        from: offset + place.startOffset + value.from,
        to: offset + place.startOffset + value.to,
      })
  }
  return places
}

/** Where the value stands in an attribute as it was written. */
function valueIn(attribute: string): { from: number; to: number } | null {
  const found = /^[^=]*=\s*(["']?)/.exec(attribute)
  if (!found) return null
  const from = found[0].length
  return { from, to: attribute.length - (found[1] ? 1 : 0) }
}

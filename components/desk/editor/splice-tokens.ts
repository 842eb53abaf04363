import { type HtmlNode, isBlank, isBox, isElement, isLine, isText, parseHtml } from './html-tree'
import { escapeText } from './write-html'

/** A tag or a text of a piece of HTML: what it says, and where. */
type Token = { says: string; from: number; to: number; text?: string }

/** Where a change begins and ends, HTML stays as it was written; between, it is as the editor writes it. */
export function spliceTokens(source: string, written: string): string {
  const before = tokensOf(source)
  const after = tokensOf(written)
  let first = 0
  while (first < before.length && first < after.length && before[first]?.says === after[first]?.says) first += 1
  let last = 0
  while (
    last < before.length - first &&
    last < after.length - first &&
    before[before.length - 1 - last]?.says === after[after.length - 1 - last]?.says
  )
    last += 1
  const start = before[first - 1]?.to ?? before[0]?.from ?? 0
  const end = Math.max(start, before[before.length - last - 1]?.to ?? start)
  const middle = after.slice(first, after.length - last)
  const changed = written.slice(middle[0]?.from ?? 0, middle.at(-1)?.to ?? 0)
  return source.slice(0, start) + changed + source.slice(end)
}

function tokensOf(html: string): Token[] {
  return tokensIn(parseHtml(html), { isLine: false })
}

function tokensIn(nodes: HtmlNode[], within: { isLine: boolean }): Token[] {
  return nodes.flatMap((node) => (isBlank(node) && !within.isLine ? [] : tokensOfNode(node)))
}

function tokensOfNode(node: HtmlNode): Token[] {
  const place = node.sourceCodeLocation
  if (isText(node)) return place ? [{ says: escapeText(node.value), from: place.startOffset, to: place.endOffset }] : []
  if (!isElement(node)) return place ? [{ says: node.nodeName, from: place.startOffset, to: place.endOffset }] : []
  const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
  const { startTag, endTag } = node.sourceCodeLocation ?? {}
  const isWhole = place && !startTag
  if (isWhole)
    return [{ says: `<${node.tagName}${attributes.join('')}>`, from: place.startOffset, to: place.endOffset }]
  const inside = tokensIn(node.childNodes, { isLine: !isBox(node.tagName) || isLine(node) })
  return [
    ...(startTag
      ? [{ says: `<${node.tagName}${attributes.join('')}>`, from: startTag.startOffset, to: startTag.endOffset }]
      : []),
    ...inside,
    ...(endTag ? [{ says: `</${node.tagName}>`, from: endTag.startOffset, to: endTag.endOffset }] : []),
  ]
}

import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Characters of markup, pictures that stand in it as data not counted. The longest real page is a twentieth of it. */
export const largestClipboard = 2_000_000
/** How many elements may stand inside each other; the deepest real page has a tenth of it. */
export const deepestClipboard = 500

/**
 * The tree of a clipboard's HTML, made by a parser that neither loads nor runs anything. Null for one too large or nested too
 * deep: every step after this walks by recursion, and a parser's own time grows with the square of the depth.
 */
export function readClipboard(html: string): Root | null {
  const markup = withoutIslands(html)
  if (markup.replace(/;base64,[a-z0-9+/=\s]*/gi, '').length > largestClipboard) return null
  if (depthOf(markup) > deepestClipboard) return null
  try {
    return fromHtml(markup, { fragment: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What a tag, a comment or a declaration is, as far as a count needs it; it never looks at the same character twice. */
export const markupOf = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<\/?([a-z][^\s/>]*)[^>]*>?/gi

/** Office writes its settings as XML into the page: hundreds of elements that HTML would read as standing inside each other. */
function withoutIslands(html: string): string {
  return html.replace(/<xml\b[^<>]*>[\s\S]*?(<\/xml\s*>|$)/gi, (island, end: string) => (end === '' ? island : ''))
}

/** How deep the tags stand inside each other at most, told from their text alone. */
function depthOf(markup: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [tag, given] of markup.matchAll(markupOf)) {
    const name = given?.toLowerCase()
    if (!name || neverDeep.has(name)) continue
    const standing = open.get(name) ?? 0
    const step = tag.startsWith('</') ? (standing > 0 ? -1 : 0) : 1
    open.set(name, standing + step)
    depth += step
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** What holds nothing, or is closed by the next of its kind. */
const neverDeep = new Set(
  'area base br col dd dt embed frame hr img input li link meta optgroup option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)

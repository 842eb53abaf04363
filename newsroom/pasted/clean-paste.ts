import type { Nodes, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { headingLevel } from './heading-level'
import { plain } from './marks'
import { pasteSchema } from './paste-schema'
import type { Around, PasteWords } from './flow'
import { plainToParagraphs } from './plain-to-paragraphs'
import { readClipboard } from './read-clipboard'
import { textOfMarkup } from './text-of-markup'
import { toBlocks } from './to-blocks'

/**
 * A clipboard's HTML as plain structural HTML: every text that was seen, in its order, and nothing that runs, loads anything but
 * pictures, or says how something looks. Cleaning it again changes nothing. A picture that cannot be brought along leaves a
 * note in its place; `takesData` keeps those that are there as data, for who takes them into the library. A clipboard too large or too deeply nested comes over as paragraphs of its text.
 */
export function cleanPaste(html: string, words: PasteWords, { takesData = false } = {}): string {
  try {
    const tree = readClipboard(html)
    if (tree) return toHtml(cleanTree(tree, { words, takesData }), { closeSelfClosing: false })
  } catch (error) {
    // A tree made to overflow recursion is too deep by any measure.
    if (!(error instanceof RangeError)) throw error
  }
  return plainToParagraphs(textOfMarkup(html))
}

function cleanTree(tree: Root, wish: Pick<Around, 'words' | 'takesData'>): Nodes {
  const lower = hasTopHeading(tree) ? 1 : 0
  const children = toBlocks(tree, { marks: plain, line: 'p', lower, dropLabels: false, ...wish })
  return sanitize({ type: 'root', children }, pasteSchema)
}

function hasTopHeading(node: Nodes): boolean {
  if (node.type === 'element' && headingLevel(node) === 1) return true
  return 'children' in node && node.children.some(hasTopHeading)
}

import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { BodyFormat } from './copy'
import { layOutBody } from './body-layout'
import { dropHidden, readerSchema } from './reader-schema'
import { Refusal } from './refusal'

/** Bytes of UTF-8. The longest real report is a hundredth of it. */
export const largestBody = 1_000_000
/** How many tags may stand inside each other. */
const deepestNesting = 200

export type ReadersBody = {
  /** Clean HTML: nothing in it runs, loads anything but pictures, or frames. */
  html: string
  /** The same as plain text, a line a paragraph. */
  text: string
}

/**
 * The body as readers get it, made when an article is published and never while it is read.
 * Throws a Refusal for a body that is too large or too deeply nested to be shown.
 */
export function toReadersHtml(body: string, format: BodyFormat): ReadersBody {
  const size = Buffer.byteLength(body)
  if (size > largestBody) throw new Refusal('body-large', { size, most: largestBody })
  const given = readTree(body, format)
  if (depthOf(given) > deepestNesting) throw new Refusal('body-deep', { most: deepestNesting })
  dropHidden(given)
  const clean = sanitize(given, readerSchema) as Root
  layOutBody(clean)
  return { html: toHtml(clean, { closeSelfClosing: false }), text: plainText(clean) }
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false }) // 10~20亿元、30~40亿元 is two ranges, not a deletion
  .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel: '注', footnoteBackContent: '' })
  .use(rehypeRaw)

function readTree(body: string, format: BodyFormat): Root {
  try {
    return format === 'html' ? fromHtml(body, { fragment: true }) : (markdown.runSync(markdown.parse(body)) as Root)
  } catch (error) {
    // The family walks trees by recursion: a body made to overflow it is too deep by any measure.
    if (error instanceof RangeError) throw new Refusal('body-deep', { most: deepestNesting })
    throw error
  }
}

function depthOf(root: Root): number {
  let deepest = 0
  const waiting: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.depth)
    if (!('children' in next.node)) continue
    for (const child of next.node.children)
      if (child.type === 'element') waiting.push({ node: child, depth: next.depth + 1 })
  }
  return deepest
}

const lines = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'dt', 'dd', 'blockquote', 'figcaption', 'pre'])

function plainText(root: Root): string {
  const text: string[] = []
  const read = (parent: Root | Element) => {
    for (const child of parent.children) {
      if (child.type === 'text') text.push(child.value)
      if (child.type !== 'element') continue
      if (child.tagName === 'figure' && child.properties.className?.toString().includes('bars')) continue
      read(child)
      if (child.tagName === 'td' || child.tagName === 'th') text.push(' ')
      if (lines.has(child.tagName) || child.tagName === 'br') text.push('\n')
    }
  }
  read(root)
  const given = text.join('').split('\n')
  return given
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

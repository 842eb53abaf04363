import type { Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { BodyFormat } from './copy'
import { Refusal } from './refusal'

/** How many tags may stand inside each other. */
const deepestNesting = 200

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false }) // 10~20亿元、30~40亿元 is two ranges, not a deletion
  .use(remarkRehype, { allowDangerousHtml: true, footnoteLabel: '注', footnoteBackContent: '' })
  .use(rehypeRaw)

/** A body as the tree that it is, with nothing taken out of it yet. Throws a Refusal for one that is nested too deeply. */
export function readBodyTree(body: string, format: BodyFormat): Root {
  const tree = read(body, format)
  if (depthOf(tree) > deepestNesting) throw new Refusal('body-deep', { most: deepestNesting })
  return tree
}

function read(body: string, format: BodyFormat): Root {
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

import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { type Handlers, toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'

/** Reads Markdown as readers' pages do. */
function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false })], // 10~20亿元、30~40亿元 is two ranges, not a deletion
    mdastExtensions: [gfmFromMarkdown()],
  })
}

/**
 * One block of Markdown as HTML, for the editor: footnotes are their labels, and HTML in it stands as written. `definitions`
 * are the link and footnote definitions of the body, which a block may need to be read right.
 */
export function markdownToHtml(block: string, definitions: string): string {
  const links = parseMarkdown(definitions).children
  return blocksOf(block, definitions)
    .map((node) => (node.type === 'footnoteDefinition' ? footnoteToHtml(node, links) : toHtmlWith([node], links)))
    .join('\n')
}

/** The nodes of a block, read with the definitions that stand elsewhere. */
export function blocksOf(block: string, definitions: string): RootContent[] {
  const { children } = parseMarkdown(`${block}\n\n${definitions}`)
  const own = children.filter(({ position }) => (position?.start.offset ?? 0) < block.length)
  // A fence that is never closed would swallow the definitions.
  return (own.at(-1)?.position?.end.offset ?? 0) > block.length ? parseMarkdown(block).children : own
}

function footnoteToHtml(node: FootnoteDefinition, links: RootContent[]): string {
  const label = toHtml({ type: 'text', value: node.label ?? node.identifier }).replace(/"/g, '&quot;')
  return `<div data-footnote-text="${label}">${toHtmlWith(node.children, links)}</div>`
}

function toHtmlWith(nodes: RootContent[], links: RootContent[]): string {
  const tree = toHast({ type: 'root', children: [...nodes, ...links] }, { allowDangerousHtml: true, handlers })
  return toHtml(tree, { allowDangerousHtml: true })
}

const handlers: Handlers = {
  break: (): ElementContent => ({ type: 'element', tagName: 'br', properties: {}, children: [] }),
  footnoteReference: (_state, node: { label?: string; identifier: string }): ElementContent => ({
    type: 'element',
    tagName: 'sup',
    properties: { dataFootnote: node.label ?? node.identifier },
    children: [{ type: 'text', value: node.label ?? node.identifier }],
  }),
}

import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/** A tree as Markdown; whatever its texts hold is written so that it stays text. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, { bullet: '-', emphasis: '_', fences: true, rule: '-', extensions: [gfmToMarkdown()] })
}

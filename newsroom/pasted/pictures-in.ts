import type { Nodes } from 'hast'
import { isUnseen } from './is-unseen'
import { type PastedPicture, pictureOf } from './picture'
import { readClipboard } from './read-clipboard'

/**
 * The pictures of a clipboard's HTML in their order, and whether each can be taken home. None for one that is too large or
 * too deep to be read as a tree.
 */
export function picturesIn(html: string): PastedPicture[] {
  const tree = readClipboard(html)
  return tree ? find(tree) : []
}

function find(node: Nodes): PastedPicture[] {
  if (node.type === 'element' && isUnseen(node)) return []
  if (node.type === 'element' && node.tagName === 'img') {
    const picture = pictureOf(node)
    return picture ? [picture] : []
  }
  return 'children' in node ? node.children.flatMap(find) : []
}

import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { absolute } from '../absolute'

/** Makes every address in a tree whole, in place: a feed's reader does not know the page that it stood on. */
export function makeAbsolute(root: Root, base: string): void {
  visit(root, 'element', (element: Element) => {
    for (const name of ['href', 'src', 'cite'] as const) {
      const value = element.properties[name]
      if (typeof value === 'string') element.properties[name] = absolute(value, base)
    }
    const { srcSet } = element.properties
    if (typeof srcSet === 'string') element.properties.srcSet = absoluteSet(srcSet, base)
  })
}

/** Candidates as our own pages write them, apart by a comma and a space: an address may itself hold a comma. */
function absoluteSet(srcSet: string, base: string): string {
  return srcSet
    .split(/,\s+/)
    .map((candidate) => {
      const [address = '', ...descriptors] = candidate.trim().split(/\s+/)
      return [absolute(address, base), ...descriptors].join(' ')
    })
    .join(', ')
}

import type { Element } from 'hast'
import type { Around, Flow } from './flow'
import { makeElement } from './make-element'

/** A list with its lists inside; what stands in it beside its items joins the item before. Nothing for an empty one. */
export function toList(list: Element, around: Around, flow: Flow): Element[] {
  const items: Element[][] = []
  for (const child of list.children) {
    const blocks = flow({ ...list, children: [child] }, around)
    if (blocks.length === 0) continue
    const last = items.at(-1)
    if (last && !(child.type === 'element' && child.tagName === 'li')) last.push(...blocks)
    else items.push(blocks)
  }
  if (items.length === 0) return []
  const start = list.tagName === 'ol' ? Number(list.properties.start ?? 1) : 1
  return [makeList(list.tagName === 'ol' ? 'ol' : 'ul', start, items.map(toItem))]
}

/** An item of a list: its one line stands in it without a paragraph, with the lists below it. */
export function toItem(blocks: readonly Element[]): Element {
  const [first, ...rest] = blocks
  if (first?.tagName !== 'p' || !rest.every(isList)) return makeElement('li', {}, [...blocks])
  return makeElement('li', {}, [...first.children, ...rest])
}

/** A list of items. One that begins at its kind's first number does not say so. */
export function makeList(kind: 'ol' | 'ul', start: number, items: Element[]): Element {
  const isSaid = kind === 'ol' && Number.isInteger(start) && start >= 0 && start !== 1
  return makeElement(kind, isSaid ? { start } : {}, items)
}

function isList(block: Element): boolean {
  return block.tagName === 'ul' || block.tagName === 'ol'
}

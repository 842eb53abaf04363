import type { Element, ElementContent, Properties } from 'hast'

/** An element of the tree that is being written. */
export function makeElement(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

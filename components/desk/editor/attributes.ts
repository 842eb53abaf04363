import type { DOMOutputSpec } from '@tiptap/pm/model'

/** An element's attributes as its source has them. They are kept, not shown: the live document never sees them. */
export type Kept = Record<string, string> | null

/** Attributes that every node or mark of an element has. */
export const keep = { default: null as Kept, rendered: false, parseHTML: readKept }

/** Never shown, only carried; what is pasted has the usual one, whatever it says. */
export function carried<Value>(value: Value) {
  return { default: value, rendered: false, parseHTML: () => value }
}

/** The number that ties a block to its source. A block without one is new, as is the second of two that one was split into. */
export const place = { ...carried<number | null>(null), keepOnSplit: false }

/** How an element stands in the editor: the attributes it keeps ride along, so that copying within the editor loses none. */
export function shown(tag: string, kept: Kept, attributes: Shown = {}): DOMOutputSpec {
  return [tag, worn(kept, attributes), 0]
}

/** The same for an element without content. */
export function shownAlone(tag: string, kept: Kept, attributes: Shown = {}): DOMOutputSpec {
  return [tag, worn(kept, attributes)]
}

type Shown = Record<string, string | null>

/** Attributes that show, and with them those that are kept. */
export function worn(kept: Kept, attributes: Shown = {}): Record<string, string> {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null)
  return { ...Object.fromEntries(given), ...(kept && { 'data-keep': JSON.stringify(kept) }) }
}

/** An address a link may show; null for one that would run. */
export function linkAddress(kept: Kept): string | null {
  const address = kept?.href?.trim() ?? ''
  return /^(https?:|mailto:|tel:|[/#?]|[^:]*$)/i.test(address) ? address : null
}

/** An address a picture may be loaded from. */
export function pictureAddress(kept: Kept): string | null {
  const address = kept?.src?.trim() ?? ''
  return /^(https?:|\/(?!\/))/i.test(address) ? address : null
}

/** What a copied or pasted element keeps. Anyone can write that, so handlers are left out; an address is weighed where it is shown. */
export function readKept(element: Element): Kept {
  const given = element.getAttribute('data-keep')
  const entries = given ? entriesOf(given) : ownAttributes(element)
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

const pasted = new Set(['href', 'title', 'src', 'alt', 'width', 'height', 'start', 'align'])
/** Classes that mean something to readers' pages; those of other people's pages mean nothing here. */
const meant = /^(pull|correction|credit|dateline|center)$/

function ownAttributes(element: Element): [string, string][] {
  return [...element.attributes]
    .filter(({ name, value }) => pasted.has(name) || (name === 'class' && meant.test(value)))
    .map(({ name, value }) => [name, value])
}

function entriesOf(json: string): [string, string][] {
  try {
    const read: unknown = JSON.parse(json)
    if (typeof read !== 'object' || read === null) return []
    return Object.entries(read).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !/^on/i.test(entry[0]),
    )
  } catch {
    return []
  }
}

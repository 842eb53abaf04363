import type { Node } from '@tiptap/pm/model'
import type { BlockText } from './read-block'
import { textChange, textOf } from './text-change'
import { textPlaces } from './text-places'

/**
 * The source of a block after a change of text alone, with every other character as it was; first as typed, then with what
 * might be read as markup escaped. Whoever uses it must read it again to see whether it says the same. Empty where the change is
 * of another kind.
 */
export function spliceText(was: BlockText & { node: Node }, node: Node, definitions: string): string[] {
  if (!was.node.sameMarkup(node)) return []
  const change = textChange(was.node, node)
  if (!change) return []
  const places = align(textOf(was.node), textPlaces(was, definitions))
  const place = places && placeOf(change, places)
  if (!place) return []
  const around = [was.core.slice(0, place.from), was.core.slice(place.to)] as const
  const written = was.kind === 'html' ? [escapeHtml(change.text)] : [change.text, escapeMarkdown(change.text)]
  return [...new Set(written)].map((text) => around[0] + text + around[1])
}

/** The place in the source of each character of the node's text; null where the two texts differ by more than white space. */
function align(text: string, source: { character: string; at: number }[]): number[] | null {
  const places: number[] = []
  let index = 0
  for (const character of text.split('')) {
    while (index < source.length && source[index]?.character !== character && /\s/.test(source[index]?.character ?? ''))
      index += 1
    const found = source[index]
    if (found?.character !== character) return null
    places.push(found.at)
    index += 1
  }
  return places
}

function placeOf(
  { from, to, joins }: { from: number; to: number; joins: 'before' | 'after' },
  places: number[],
): { from: number; to: number } | null {
  if (from === to) {
    const beside = places[joins === 'before' ? from - 1 : from]
    if (beside === undefined || beside < 0) return null
    const at = joins === 'before' ? beside + 1 : beside
    return { from: at, to: at }
  }
  const first = places[from]
  const isTogether = places.slice(from, to).every((place, index) => place >= 0 && place === (first ?? 0) + index)
  return first !== undefined && isTogether ? { from: first, to: first + to - from } : null
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&')
}

import type { Nodes } from 'mdast'
import type { BlockText } from './read-block'
import { type HtmlNode, isText, parseHtml } from './html-tree'
import { blocksOf } from './read-markdown'

/** A character that shows, and where it stands in the source; -1 where that is not said by one character. */
type TextPlace = { character: string; at: number }

/** Every character of text in a block, in order, with its place in the block's source. */
export function textPlaces({ kind, core }: BlockText, definitions: string): TextPlace[] {
  if (kind === 'html') return parseHtml(core).flatMap((node) => placesInHtml(node, core))
  return blocksOf(core, core.includes('[') ? definitions : '').flatMap((node) => placesInMarkdown(node, core))
}

function placesInHtml(node: HtmlNode, source: string): TextPlace[] {
  if (isText(node)) {
    const place = node.sourceCodeLocation
    return place ? placeText(node.value, source.slice(place.startOffset, place.endOffset), place.startOffset) : []
  }
  return 'childNodes' in node ? node.childNodes.flatMap((child) => placesInHtml(child, source)) : []
}

function placesInMarkdown(node: Nodes, source: string): TextPlace[] {
  const from = node.position?.start.offset ?? 0
  const raw = source.slice(from, node.position?.end.offset)
  if (node.type === 'text' || node.type === 'inlineCode') return placeText(node.value, raw, from)
  if (node.type === 'code') return placeText(node.value, raw, from)
  if (node.type === 'html')
    return parseHtml(node.value)
      .flatMap((child) => placesInHtml(child, node.value))
      .map((place) => ({ ...place, at: place.at < 0 ? -1 : place.at + from }))
  return 'children' in node ? node.children.flatMap((child) => placesInMarkdown(child, source)) : []
}

/**
 * Matches text with what says it, line by line: in the source a line may begin with the mark of a list or a quotation, and what
 * differs inside it, as an entity does, has no place.
 */
function placeText(text: string, raw: string, offset: number): TextPlace[] {
  const lines = text.split('\n')
  const rawLines = raw.split('\n')
  const extra = rawLines.length - lines.length
  // A fenced block has its fences around its lines.
  const skipped = extra === 2 ? 1 : 0
  if (extra !== 0 && extra !== 2) return [...text].flatMap((character) => split(character, -1))
  const places: TextPlace[] = []
  let start = offset + (skipped ? (rawLines[0]?.length ?? 0) + 1 : 0)
  for (const [index, line] of lines.entries()) {
    const rawLine = rawLines[index + skipped] ?? ''
    if (index > 0) places.push({ character: '\n', at: start - 1 })
    places.push(...placeLine(line, rawLine, start))
    start += rawLine.length + 1
  }
  return places
}

function placeLine(line: string, raw: string, offset: number): TextPlace[] {
  const whole = raw.lastIndexOf(line)
  if (whole >= 0 && line !== '')
    return [...line.split('').keys()].map((index) => ({ character: line[index] ?? '', at: offset + whole + index }))
  let before = 0
  while (before < line.length && line[before] === raw[before]) before += 1
  let after = 0
  while (after < line.length - before && line[line.length - 1 - after] === raw[raw.length - 1 - after]) after += 1
  return line.split('').map((character, index) => {
    if (index < before) return { character, at: offset + index }
    return { character, at: index >= line.length - after ? offset + raw.length - (line.length - index) : -1 }
  })
}

function split(character: string, at: number): TextPlace[] {
  return character.split('').map((unit) => ({ character: unit, at }))
}

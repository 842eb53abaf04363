import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { BodyBlock } from './body-blocks'

/**
 * A block of a body as a person reads it: of HTML the words without the tags, a picture as its description in brackets; Markdown as it was
 * typed. Empty for what shows nothing, as a comment.
 */
export function readableBlock({ kind, source, from, to }: BodyBlock): string {
  const shown = source.slice(from, to)
  if (kind !== 'html') return shown.trim()
  return textOf(parseFragment(shown).childNodes)
    .split('\n')
    .map((line) => line.replace(/[^\S\u3000]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements whose end ends a line. */
const lines = /^(?:p|div|li|tr|br|h[1-6]|dt|dd|blockquote|figcaption|pre|caption)$/

/** No recursion: a body may be nested as deeply as somebody cares to. */
function textOf(nodes: Node[]): string {
  let text = ''
  const waiting: (Node | string)[] = [...nodes].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') text += next
    else if ('value' in next) text += next.value.replace(/\s+/g, ' ')
    else if ('tagName' in next) {
      if (next.tagName === 'script' || next.tagName === 'style') continue
      if (next.tagName === 'img') text += `[${attribute(next, 'alt') || attribute(next, 'src')}]`
      if (lines.test(next.tagName)) waiting.push('\n')
      if (next.tagName === 'td' || next.tagName === 'th') waiting.push(' ')
      waiting.push(...[...next.childNodes].reverse())
    }
  }
  return text
}

function attribute({ attrs }: DefaultTreeAdapterTypes.Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? ''
}

import type { Element, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { BodyFormat } from './copy'
import { layOutBody } from './body-layout'
import { type Library, noLibrary } from './library-picture'
import { readBodyTree } from './read-body-tree'
import { dropHidden, readerSchema } from './reader-schema'
import { Refusal } from './refusal'
import { wearNotes } from './wear-notes'

/** Bytes of UTF-8. The longest real report is a hundredth of it. */
export const largestBody = 1_000_000

export type ReadersBody = {
  /** Clean HTML: nothing in it runs, loads anything but pictures, or frames. */
  html: string
  /** The same as plain text, a line a paragraph. */
  text: string
}

/**
 * The body as readers get it, made when an article is published and never while it is read; pictures of the library say what it knows of
 * them. Throws a Refusal for a body that is too large or too deeply nested to be shown.
 */
export function toReadersHtml(body: string, format: BodyFormat, library: Library = noLibrary): ReadersBody {
  const size = Buffer.byteLength(body)
  if (size > largestBody) throw new Refusal('body-large', { size, most: largestBody })
  const given = readBodyTree(body, format)
  dropHidden(given)
  const clean = sanitize(given, readerSchema) as Root
  layOutBody(clean)
  // What is said of a picture is no part of what the article says.
  const text = plainText(clean)
  if (library.size > 0) wearNotes(clean, library)
  return { html: toHtml(clean, { closeSelfClosing: false }), text }
}

const lines = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'dt', 'dd', 'blockquote', 'figcaption', 'pre'])

function plainText(root: Root): string {
  const text: string[] = []
  const read = (parent: Root | Element) => {
    for (const child of parent.children) {
      if (child.type === 'text') text.push(child.value)
      if (child.type !== 'element') continue
      if (child.tagName === 'figure' && child.properties.className?.toString().includes('bars')) continue
      read(child)
      if (child.tagName === 'td' || child.tagName === 'th') text.push(' ')
      if (lines.has(child.tagName) || child.tagName === 'br') text.push('\n')
    }
  }
  read(root)
  const given = text.join('').split('\n')
  return given
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

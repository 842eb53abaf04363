import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { plainToParagraphs } from './plain-to-paragraphs'
import { readClipboard } from './read-clipboard'
import { textOfMarkup } from './text-of-markup'

/**
 * The source of something that is pasted whole, without what would run in it. One that holds nothing of the kind stays as it is, to the
 * byte; one too large or too deep to be read comes over as paragraphs of its text.
 */
export function safeSource(source: string): string {
  if (!source.includes('<')) return source
  const tree = readClipboard(source)
  if (!tree) return plainToParagraphs(textOfMarkup(source))
  return disarm(tree) ? toHtml(tree, { closeSelfClosing: false }) : source
}

const running = new Set('script style link meta base object embed applet frame frameset template noscript'.split(' '))

/** Takes out what runs, and tells whether there was any. */
function disarm(parent: Root | Element): boolean {
  const before = parent.children.length
  parent.children = parent.children.filter(
    (child) => child.type !== 'element' || !running.has(child.tagName),
  ) as typeof parent.children
  let isChanged = parent.children.length < before
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    for (const [name, value] of Object.entries(child.properties)) {
      if (!isArmed(name, String(value))) continue
      delete child.properties[name]
      isChanged = true
    }
    isChanged = disarm(child) || isChanged
  }
  return isChanged
}

/** A handler, a document in an attribute, or an address that is a program; browsers overlook white space and controls in a scheme. */
function isArmed(name: string, value: string): boolean {
  if (/^on/i.test(name) || name.toLowerCase() === 'srcdoc') return true
  return /^(?:javascript|vbscript|data:(?!image\/(?!svg)))/i.test(value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))
}

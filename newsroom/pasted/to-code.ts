import type { Element } from 'hast'
import { isUnseen } from './is-unseen'
import { makeElement } from './make-element'

/** Text that was set as typed, with its lines: 公众号 wraps each of them in an element of its own. Nothing for an empty one. */
export function toCode(pre: Element): Element[] {
  const text = textIn(pre)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/^\s*\n/, '')
    .trimEnd()
  if (text === '') return []
  return [makeElement('pre', {}, [makeElement('code', {}, [{ type: 'text', value: text }])])]
}

function textIn(parent: Element): string {
  const parts: string[] = []
  for (const child of parent.children) {
    if (child.type === 'text') parts.push(child.value)
    if (child.type !== 'element' || isUnseen(child)) continue
    if (child.tagName === 'br') parts.push('\n')
    else if (lines.has(child.tagName)) parts.push(isAtStart(parts) ? '' : '\n', textIn(child), '\n')
    else parts.push(textIn(child))
  }
  return parts.join('')
}

const lines = new Set(['div', 'p', 'li', 'tr', 'code', 'section'])

function isAtStart(parts: readonly string[]): boolean {
  const last = parts.findLast((part) => part !== '')
  return last === undefined || last.endsWith('\n')
}

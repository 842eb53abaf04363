import { Node } from '@tiptap/core'
import { place } from './attributes'

/**
 * What is whole or gone: a security that the copy marks, the number of a footnote, an inline element that the editor has no
 * word for. Each holds its source, and stands in the line as a plain element: a view of its own would break input methods.
 */
const security = Node.create({
  name: 'security',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: source('data-source'), words: source('data-words') }),
  parseHTML: () => [{ tag: 'span[data-atom=security]', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', { 'data-atom': 'security', ...HTMLAttributes }, node.attrs.words],
  renderText: ({ node }) => node.attrs.words,
})

const inlineSource = Node.create({
  name: 'inlineSource',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: source('data-source'), words: source('data-words') }),
  parseHTML: () => [{ tag: 'span[data-atom=source]', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { 'data-atom': 'source', ...HTMLAttributes },
    node.attrs.words || `‹${/^<([a-z][\w-]*)/i.exec(node.attrs.source)?.[1] ?? '…'}›`,
  ],
  renderText: ({ node }) => node.attrs.words,
})

const footnoteNumber = Node.create({
  name: 'footnoteNumber',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: source('data-label') }),
  parseHTML: () => [{ tag: 'span[data-atom=footnote]', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', { 'data-atom': 'footnote', ...HTMLAttributes }, node.attrs.label],
  renderText: ({ node }) => `[${node.attrs.label}]`,
})

/** A block that the editor has no word for. It is shown in a frame where nothing runs, and saved as it was. */
export const opaque = Node.create({
  name: 'opaque',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ place, source: source('data-source'), what: source('data-what') }),
  parseHTML: () => [{ tag: 'div[data-atom=opaque]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-atom': 'opaque', ...HTMLAttributes }],
})

function source(attribute: string) {
  return {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute) ?? '',
    renderHTML: (attributes: Record<string, string>) => ({ [attribute]: attributes[attribute.slice('data-'.length)] }),
  }
}

export const atomNodes = [security, inlineSource, footnoteNumber, opaque]

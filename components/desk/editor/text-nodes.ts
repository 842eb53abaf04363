import { Node } from '@tiptap/core'
import { carried, type Kept, keep, pictureAddress, place, readKept, shown, shownAlone, worn } from './attributes'

const doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

const text = Node.create({ name: 'text', group: 'inline' })

/** `tag` is empty for text that stands in its box without an element of its own, as in a cell or a short list item. */
const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ keep, place, tag: carried('p') }),
  parseHTML: () => [{ tag: 'p' }, { tag: 'center' }],
  renderHTML: ({ node: { attrs } }) =>
    shown('p', attrs.keep, { class: isCentred(attrs.tag, attrs.keep?.style) ? 'center' : null }),
})

function isCentred(tag: string, style = ''): boolean {
  return tag === 'center' || /text-align:\s*center/i.test(style)
}

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    keep,
    place,
    level: { default: 2, rendered: false, parseHTML: (element: HTMLElement) => Number(element.localName[1]) },
  }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}` })),
  renderHTML: ({ node: { attrs } }) => shown(`h${attrs.level}`, attrs.keep),
})

const lists = ['bulletList', 'orderedList'].map((name) => {
  const tag = name === 'bulletList' ? 'ul' : 'ol'
  return Node.create({
    name,
    group: 'block list',
    content: 'listItem+',
    addAttributes: () => ({ keep, place }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ node: { attrs } }) => shown(tag, attrs.keep, { start: attrs.keep?.start ?? null }),
  })
})

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  addAttributes: () => ({ keep }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ node: { attrs } }) => shown('li', attrs.keep),
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      Tab: () => this.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

const blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ keep, place }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ node: { attrs } }) => shown('blockquote', attrs.keep, { class: attrs.keep?.class ?? null }),
})

const correction = Node.create({
  name: 'correction',
  group: 'block',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes: () => ({ keep: { ...keep, default: { class: 'correction' } }, place }),
  parseHTML: () => [{ tag: 'aside.correction' }],
  renderHTML: ({ node: { attrs } }) => shown('aside', attrs.keep, { class: 'correction' }),
})

/** The words of a footnote, where Markdown defines it. */
const footnote = Node.create({
  name: 'footnote',
  group: 'block',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    place,
    label: { default: '', renderHTML: ({ label }) => ({ 'data-footnote-text': label }) },
  }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['div', { class: 'footnote', ...HTMLAttributes }, 0],
})

/** `codeKeep` is null for preformatted text without a `code` in it; `ended` says that its last line has an end. */
export const codeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({
    keep,
    place,
    codeKeep: {
      default: {} as Kept,
      rendered: false,
      parseHTML: ({ firstElementChild: first }: HTMLElement) => (first?.localName === 'code' ? readKept(first) : null),
    },
    ended: carried(true),
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ node: { attrs } }) =>
    attrs.codeKeep ? ['pre', worn(attrs.keep), ['code', worn(attrs.codeKeep), 0]] : shown('pre', attrs.keep),
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => false, 'Shift-Enter': () => this.editor.commands.exitCode() }
  },
})

const rule = Node.create({
  name: 'rule',
  group: 'block',
  addAttributes: () => ({ keep, place }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ node: { attrs } }) => shownAlone('hr', attrs.keep),
})

const lineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  addAttributes: () => ({ keep }),
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ node: { attrs } }) => shownAlone('br', attrs.keep),
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'lineBreak' }) }
  },
})

/** A picture within a line, or alone in a paragraph as the wire sends it. */
const picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ keep }),
  parseHTML: () => [{ tag: 'img' }],
  renderHTML: ({ node: { attrs } }) => shownAlone('img', attrs.keep, shownPicture(attrs.keep)),
})

const figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'figurePicture caption?',
  isolating: true,
  draggable: true,
  addAttributes: () => ({ keep, place }),
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: ({ node: { attrs } }) => shown('figure', attrs.keep),
})

const figurePicture = Node.create({
  name: 'figurePicture',
  addAttributes: () => ({ keep }),
  parseHTML: () => [{ tag: 'img', context: 'figure/', priority: 60 }],
  renderHTML: ({ node: { attrs } }) => shownAlone('img', attrs.keep, shownPicture(attrs.keep)),
})

const caption = Node.create({
  name: 'caption',
  content: 'inline*',
  addAttributes: () => ({ keep }),
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ node: { attrs } }) => shown('figcaption', attrs.keep),
})

function shownPicture(kept: Record<string, string> | null): Record<string, string | null> {
  return { src: pictureAddress(kept), alt: kept?.alt ?? '', referrerpolicy: 'no-referrer', loading: 'lazy' }
}

export const textNodes = [
  doc,
  text,
  paragraph,
  heading,
  ...lists,
  listItem,
  blockquote,
  correction,
  footnote,
  codeBlock,
  rule,
  lineBreak,
  picture,
  figure,
  figurePicture,
  caption,
]

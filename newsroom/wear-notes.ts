import type { Element, Root } from 'hast'
import { toString as textIn } from 'hast-util-to-string'
import type { Library, LibraryPicture } from './library-picture'
import { hashInAddress } from './picture-address'

/**
 * Has the pictures of a body that was laid out say what the library knows of them and the copy leaves out: a description to who cannot see
 * them, and whose they are.
 */
export function wearNotes(root: Root, library: Library): void {
  visit(root, null)

  function visit(parent: Root | Element, figure: Element | null): void {
    for (const child of [...parent.children]) {
      if (child.type !== 'element') continue
      if (child.tagName === 'img') wear(child, figure)
      else visit(child, child.tagName === 'figure' ? child : figure)
    }
  }

  function wear({ properties }: Element, figure: Element | null): void {
    const known = library.get(hashInAddress(String(properties.src)) ?? '')
    if (!known || known.removedAt !== null) return
    if (String(properties.alt ?? '').trim() === '' && !known.decorative) properties.alt = known.alt
    if (figure) giveCredit(figure, known)
  }
}

/** A caption that names somebody is left as it is, as is a figure of several pictures: nobody could tell whose credit it were. */
function giveCredit(figure: Element, { credit }: LibraryPicture): void {
  if (credit === '' || find(figure, isCredit).length > 0 || find(figure, ({ tagName }) => tagName === 'img').length > 1)
    return
  const [caption] = find(figure, ({ tagName }) => tagName === 'figcaption')
  const line: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['credit'] },
    children: [{ type: 'text', value: credit }],
  }
  if (!caption) figure.children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [line] })
  else if (!textIn(caption).includes(credit)) caption.children.push(line)
}

function isCredit({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('credit')
}

function find(parent: Element, isWanted: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) =>
    child.type === 'element' ? [...(isWanted(child) ? [child] : []), ...find(child, isWanted)] : [],
  )
}

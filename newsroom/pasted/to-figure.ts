import type { Element } from 'hast'
import type { Around, Flow } from './flow'
import { makeElement } from './make-element'
import { pictureOf } from './picture'

/** An `img` as a figure of its own, a note where the picture cannot be brought along, or nothing where it shows nothing. */
export function toFigure(image: Element, around: Around): Element[] {
  const picture = pictureOf(image)
  if (!picture) return []
  if (picture.is === 'lost' || (picture.is === 'data' && !around.takesData))
    return [makeElement('p', {}, [{ type: 'text', value: around.words.pictureLost }])]
  const { alt } = image.properties
  const said = typeof alt === 'string' ? alt.replace(/\s+/g, ' ').trim() : ''
  return [makeElement('figure', {}, [makeElement('img', { src: picture.src, alt: said }, [])])]
}

/** A figure's picture with its caption. One that holds more, or no picture, is taken apart: captions then follow as text. */
export function toFigures(figure: Element, around: Around, flow: Flow): Element[] {
  const isCaption = (child: Element['children'][number]) => child.type === 'element' && child.tagName === 'figcaption'
  const caption = figure.children.findIndex(isCaption)
  if (caption === -1) return flow(figure, around)
  const part = (from: number, to?: number) => flow({ ...figure, children: figure.children.slice(from, to) }, around)
  const before = part(0, caption)
  const after = part(caption + 1)
  const [line, ...more] = part(caption, caption + 1)
  const picture = before.at(-1) ?? (after.length === 1 ? after[0] : undefined)
  if (line?.tagName !== 'p' || !picture || !isBare(picture))
    return [...before, ...(line ? [line] : []), ...more, ...after]
  picture.children.push(makeElement('figcaption', {}, line.children))
  return [...before, ...(before.length === 0 ? [picture] : []), ...more, ...(before.length === 0 ? [] : after)]
}

function isBare(block: Element): boolean {
  return block.tagName === 'figure' && block.children.length === 1
}

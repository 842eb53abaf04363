import { Node } from '@tiptap/core'
import { carried, place } from './attributes'

/**
 * A picture on its way into the library. Until it is there the body says the note that stands in its place, so that a save in between is whole;
 * `src`, its data or an address of this page's own, is for looking at meanwhile, and tells it from others. Of what is pasted, a figure whose
 * picture is data.
 */
export function waitingPicture(note: string) {
  return Node.create({
    name: 'waitingPicture',
    group: 'block',
    atom: true,
    addAttributes: () => ({
      place,
      note: carried(note),
      src: { default: '', rendered: false, parseHTML: (figure: HTMLElement) => pictureIn(figure, 'src') },
      alt: { default: '', rendered: false, parseHTML: (figure: HTMLElement) => pictureIn(figure, 'alt') },
      caption: {
        default: '',
        rendered: false,
        parseHTML: (figure: HTMLElement) => figure.querySelector('figcaption')?.textContent?.trim() ?? '',
      },
    }),
    parseHTML: () => [
      {
        tag: 'figure',
        priority: 70,
        getAttrs: (figure) => (/^data:image\//i.test(pictureIn(figure, 'src')) ? null : false),
      },
    ],
    renderHTML: ({ node: { attrs } }) => [
      'figure',
      { class: 'waiting-picture' },
      ['img', { src: /^(?:blob:|data:image\/)/i.test(attrs.src) ? attrs.src : '', alt: attrs.alt }],
    ],
  })
}

function pictureIn(figure: HTMLElement, attribute: 'src' | 'alt'): string {
  return figure.querySelector('img')?.getAttribute(attribute) ?? ''
}

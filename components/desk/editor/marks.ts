import { Mark } from '@tiptap/core'
import { carried, keep, linkAddress, shown } from './attributes'

/**
 * Marks by the elements they are written with, outermost first. `rank` is set on a mark that stands deeper in its source
 * than this order says, so that it is written where it stood.
 */
const elements = {
  link: ['a'],
  plain: ['span', 'small', 'mark', 'cite', 'q', 'abbr', 'kbd', 'time', 'ins', 'font', 'big', 'var', 'samp', 'dfn'],
  strong: ['strong', 'b'],
  em: ['em', 'i'],
  underline: ['u'],
  strike: ['del', 's', 'strike'],
  sub: ['sub'],
  sup: ['sup'],
  code: ['code'],
}

type MarkName = keyof typeof elements
export const markNames = Object.keys(elements) as MarkName[]

/** The mark that an element is; undefined for one that is none. */
export function markOf(tag: string): MarkName | undefined {
  return markNames.find((name) => elements[name].includes(tag))
}

/** Of what is pasted, a `span` means nothing by itself. */
const pastedAs: Partial<Record<MarkName, string[]>> = {
  plain: ['span[data-keep]', 'span.credit', 'span.dateline', 'small', 'mark', 'cite', 'q', 'abbr', 'kbd', 'time'],
}

export const marks = markNames.map((name, index) =>
  Mark.create({
    name,
    priority: 100 - index,
    // Elements of one kind may stand inside each other.
    excludes: name === 'plain' ? '' : name,
    inclusive: name !== 'link',
    addAttributes: () => ({
      keep,
      tag: { default: elements[name][0], rendered: false, parseHTML: (element: HTMLElement) => element.localName },
      rank: carried<number | null>(null),
    }),
    parseHTML: () => (pastedAs[name] ?? elements[name]).map((tag) => ({ tag })),
    renderHTML: ({ mark }) =>
      shown(mark.attrs.tag, mark.attrs.keep, {
        href: name === 'link' ? linkAddress(mark.attrs.keep) : null,
        class: name === 'plain' ? (mark.attrs.keep?.class ?? null) : null,
      }),
  }),
)

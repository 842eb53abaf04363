import type { Element, Root } from 'hast'
import type { Marks } from './marks'

/** What cleaning writes where something could not be brought along, in the language of the copy. */
export type PasteWords = { readonly pictureLost: string }

/** What stands around the piece that is being read. */
export type Around = {
  readonly marks: Marks
  /** What a loose line becomes: a paragraph, or the heading it stands in. */
  readonly line: 'p' | 'h2' | 'h3' | 'h4'
  /** By how much the headings of this clipboard go down: the headline is not in the text. */
  readonly lower: 0 | 1
  /** In an item of a Word list the label is the list's to show; in a numbered heading it is text. */
  readonly dropLabels: boolean
  readonly words: PasteWords
  /** Pictures that are there as data stay so, for somebody to take them in. */
  readonly takesData: boolean
}

/** Reads what stands in an element as clean blocks. */
export type Flow = (parent: Root | Element, around: Around) => Element[]

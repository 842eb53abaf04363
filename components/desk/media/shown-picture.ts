import type { Status } from '@/newsroom/article'
import type { Focus } from '@/newsroom/library-picture'

/** A picture of the library as the desk shows it, times and sizes in words. */
export type ShownPicture = {
  id: number
  version: number
  address: string
  /** A small one, for lists. */
  thumbnail: string
  /** What it is called where there is little room. */
  name: string
  fileName: string
  /** `2400 × 1600，1.8 MB` */
  measures: string
  width: number
  height: number
  alt: string
  decorative: boolean
  caption: string
  credit: string
  licence: string
  /** The last day of its licence, as a date field has it; empty for none. */
  licenceEnd: string
  licenceState: 'open' | 'ending' | 'over'
  focus: Focus
  foundAt: string | null
  /** Who brought it, and when. */
  added: string
  mayChange: boolean
}

/** An article that shows a picture, where this person may look at it: on the desk, or as readers do. */
export type ShownUse = { path: string; headline: string; status: Status }

export type PictureUses = {
  uses: ShownUse[]
  /** How many more there are that this person may not see. */
  hidden: number
}

export type LibraryQuery = { words: string; after: number | null }
export type LibraryPage = { pictures: ShownPicture[]; more: boolean }
export type SearchPictures = (query: LibraryQuery) => Promise<LibraryPage | { sentence: string }>

/** What came of taking a picture in. */
export type TakenIn =
  | { outcome: 'taken' | 'known'; picture: ShownPicture }
  /** `isFinal` where the same file would be refused again. */
  | { outcome: 'refused'; sentence: string; isFinal?: boolean }

/** What came of changing what is said of a picture. */
export type Annotated =
  | { outcome: 'saved'; picture: ShownPicture; sentence: string }
  | { outcome: 'stale'; picture: ShownPicture; sentence: string }
  | { outcome: 'refused'; sentence: string }

export type AnnotatedMany = { outcome: 'done' | 'refused'; pictures: ShownPicture[]; sentence: string }
export type Removed = { outcome: 'done' | 'refused'; sentence: string }

/** What is said of a picture, as the form holds it. */
export type GivenNotes = Pick<
  ShownPicture,
  'alt' | 'decorative' | 'caption' | 'credit' | 'licence' | 'licenceEnd' | 'focus'
>

/** What the desk's pages do with the library. */
export type LibraryActs = {
  save: (which: { id: number; version: number }, given: GivenNotes) => Promise<Annotated>
  saveMany: (
    which: { id: number; version: number }[],
    given: { credit?: string; licence?: string; licenceEnd?: string },
  ) => Promise<AnnotatedMany>
  remove: (which: { id: number; version: number }) => Promise<Removed>
  readUses: (id: number) => Promise<PictureUses>
}

import type { Staff } from './staff'

/** A place in a picture: two fractions of its width and height, from the upper left. */
export type Focus = { x: number; y: number }

/** What people say of a picture of the library. */
export type PictureNotes = {
  /** For who cannot see it; empty while nobody wrote it. */
  alt: string
  /** It says nothing that the text does not: nobody need be told of it. */
  decorative: boolean
  caption: string
  credit: string
  /** On what terms it may be shown. */
  licence: string
  /** The first instant at which it may not be shown any more; null for none. */
  licenceEnd: Date | null
  /** What must stay in sight where it is cut. */
  focus: Focus
}

/** Characters. */
export const longestNotes = { alt: 500, caption: 600, credit: 100, licence: 200 } as const

/** A picture that the newsroom has. */
export type LibraryPicture = PictureNotes & {
  id: number
  /** Grows by one with every save; every write names the version it was based on. */
  version: number
  sha256: string
  /** Where readers are shown it. */
  address: string
  /** Pixels of the original, upright. */
  width: number
  height: number
  hasAlpha: boolean
  /** The media type of the original. */
  type: string
  /** Bytes of the original. */
  size: number
  /** What its file was called. */
  fileName: string
  /** Where it was found, for one that was brought home. */
  foundAt: string | null
  addedBy: Pick<Staff, 'id' | 'name'> | null
  addedAt: Date
  updatedBy: Pick<Staff, 'id' | 'name'> | null
  updatedAt: Date
  /** When it was taken out of the library; its row stays, so that copy which names it can be told. */
  removedAt: Date | null
}

/** Pictures of the library by the hash in their addresses: those that a rule has to know of. */
export type Library = ReadonlyMap<string, LibraryPicture>

/** For copy that shows none of them. */
export const noLibrary: Library = new Map()

/** What a picture is called in a sentence: its caption, else the name of its file. */
export function pictureName({ caption, fileName }: Pick<LibraryPicture, 'caption' | 'fileName'>): string {
  const characters = [...caption.trim()]
  if (characters.length === 0) return fileName
  return characters.length > 30 ? `${characters.slice(0, 29).join('')}…` : characters.join('')
}

/** Whether somebody who cannot see it is told what it shows, or need not be. */
export function isDescribed({ alt, decorative }: Pick<PictureNotes, 'alt' | 'decorative'>): boolean {
  return decorative || alt.trim() !== ''
}

/** Whether its licence has ended at an instant. */
export function isLicenceOver({ licenceEnd }: Pick<PictureNotes, 'licenceEnd'>, at: Date): boolean {
  return licenceEnd !== null && licenceEnd.getTime() <= at.getTime()
}

export const centre: Focus = { x: 0.5, y: 0.5 }

/** A part of a width or a height in hundredths: finer than anybody points, and the same number in either store. */
export function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0.5)) * 100) / 100
}

import { isDeepStrictEqual } from 'node:util'
import type { Act } from './article'
import { fraction, type LibraryPicture, longestNotes, type PictureNotes } from './library-picture'
import { authorisePicture } from './policy'
import { Refusal } from './refusal'

/**
 * Changes what is said of a picture; what is not given stays. What changes nothing is no new version. Throws a Refusal for a picture that is
 * not there, not theirs to change, or notes that do not fit.
 */
export function annotatePicture(
  picture: LibraryPicture,
  given: Partial<PictureNotes>,
  { by, at }: Act,
): LibraryPicture {
  authorisePicture(by, 'change-picture', picture)
  if (picture.removedAt !== null) throw new Refusal('picture-gone')
  const notes = tidy({ ...notesOf(picture), ...given })
  for (const [field, most] of Object.entries(longestNotes) as [keyof typeof longestNotes, number][]) {
    const length = [...notes[field]].length
    if (length > most) throw new Refusal('field-long', { field, length, most })
  }
  if (isDeepStrictEqual(notes, notesOf(picture))) return picture
  return { ...picture, ...notes, version: picture.version + 1, updatedBy: by, updatedAt: at }
}

/** Takes a picture out of the library. Throws a Refusal while `uses` articles show it or are being written with it. */
export function removePicture(picture: LibraryPicture, uses: number, { by, at }: Act): LibraryPicture {
  authorisePicture(by, 'remove-picture', picture)
  if (picture.removedAt !== null) throw new Refusal('picture-gone')
  if (uses > 0) throw new Refusal('picture-used', { count: uses })
  return { ...picture, version: picture.version + 1, updatedBy: by, updatedAt: at, removedAt: at }
}

function notesOf({ alt, decorative, caption, credit, licence, licenceEnd, focus }: LibraryPicture): PictureNotes {
  return { alt, decorative, caption, credit, licence, licenceEnd, focus }
}

function tidy({ alt, caption, credit, licence, focus, ...rest }: PictureNotes): PictureNotes {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    ...rest,
    alt: line(alt),
    caption: line(caption),
    credit: line(credit),
    licence: line(licence),
    focus: { x: fraction(focus.x), y: fraction(focus.y) },
  }
}

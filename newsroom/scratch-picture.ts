import { centre, type LibraryPicture } from './library-picture'
import { hashOf, pictureAddress } from './picture-address'

/** A picture of the library for tests: 1600 by 1067, described, nobody's. `digit` tells it from others. */
export function scratchPicture(digit: string, given: Partial<LibraryPicture> = {}): LibraryPicture {
  const sha256 = digit.repeat(64)
  const size = { width: 1600, height: 1067, hasAlpha: false }
  const at = new Date('2026-11-01T00:00:00Z')
  return {
    id: Number.parseInt(digit, 16) + 1,
    version: 1,
    sha256,
    address: pictureAddress({ sha256, ...size }),
    ...size,
    type: 'image/jpeg',
    size: 200_000,
    fileName: `${digit}.jpg`,
    alt: '一座桥',
    decorative: false,
    caption: '',
    credit: '',
    licence: '',
    licenceEnd: null,
    focus: centre,
    foundAt: null,
    addedBy: null,
    addedAt: at,
    updatedBy: null,
    updatedAt: at,
    removedAt: null,
    ...given,
  }
}

/** Pictures as rules are given them. */
export function libraryOf(...pictures: LibraryPicture[]): ReadonlyMap<string, LibraryPicture> {
  return new Map(pictures.map((picture) => [hashOf(picture.sha256), picture]))
}

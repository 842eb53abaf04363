import { hashOf, pictureAddress } from '@/newsroom/picture-address'
import type { LibraryPicture } from '@/newsroom/library-picture'
import { isDescribed } from '@/newsroom/library-picture'
import type { Prisma } from './generated/sqlite/client'

export const withPeople = {
  addedBy: { select: { id: true, name: true } },
  updatedBy: { select: { id: true, name: true } },
} satisfies Prisma.LibraryPictureInclude
type PictureRow = Prisma.LibraryPictureGetPayload<{ include: typeof withPeople }>

/** A row as the newsroom knows it. */
export function toPicture(row: PictureRow): LibraryPicture {
  const {
    hash: _hash,
    described: _described,
    focusX,
    focusY,
    addedById: _a,
    updatedById: _u,
    filesLeft: _f,
    ...rest
  } = row
  return { ...rest, address: pictureAddress(row), focus: { x: focusX, y: focusY } }
}

/** A picture as a row keeps it. */
export function toPictureColumns(picture: Omit<LibraryPicture, 'id' | 'address'>) {
  const { focus, addedBy, updatedBy, ...rest } = picture
  return {
    sha256: rest.sha256,
    hash: hashOf(rest.sha256),
    version: rest.version,
    width: rest.width,
    height: rest.height,
    hasAlpha: rest.hasAlpha,
    type: rest.type,
    size: rest.size,
    fileName: rest.fileName,
    alt: rest.alt,
    decorative: rest.decorative,
    described: isDescribed(rest),
    caption: rest.caption,
    credit: rest.credit,
    licence: rest.licence,
    licenceEnd: rest.licenceEnd,
    focusX: focus.x,
    focusY: focus.y,
    foundAt: rest.foundAt,
    addedById: addedBy?.id ?? null,
    addedAt: rest.addedAt,
    updatedById: updatedBy?.id ?? null,
    updatedAt: rest.updatedAt,
    removedAt: rest.removedAt,
  } satisfies Prisma.LibraryPictureUncheckedCreateInput
}

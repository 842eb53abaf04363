import 'server-only'
import { type LibraryPicture, longestNotes } from '@/newsroom/library-picture'
import { authorise } from '@/newsroom/policy'
import type { Staff } from '@/newsroom/staff'
import type { Database } from '@/store/database'
import { addPicture } from '@/store/media'
import { darkroom } from './darkroom'

export type Origin = {
  fileName: string
  /** Where it was found; null for a file. */
  foundAt: string | null
  by: Staff
}

/**
 * Takes a picture into the library; `read` brings its bytes once there is a place to hold them. Throws a Refusal for who may not, where all
 * places are taken, and for bytes that are no picture.
 */
export async function takeIn(
  db: Database,
  read: () => Promise<Buffer>,
  { fileName, foundAt, by }: Origin,
): Promise<{ picture: LibraryPicture; wasThere: boolean }> {
  authorise(by, 'add-picture')
  const { darkroom: room, places } = darkroom()
  return places.hold(async () => {
    const bytes = await read()
    const { sha256, width, height, hasAlpha, type, size, said } = await room.develop(bytes)
    const added = await addPicture(
      db,
      {
        sha256,
        width,
        height,
        hasAlpha,
        type,
        size,
        fileName: tidyName(fileName),
        caption: cut(said.caption, longestNotes.caption),
        credit: cut(said.credit, longestNotes.credit),
        foundAt,
      },
      { by, at: new Date() },
    )
    // Its files may have been on their way out while it came in again.
    if (!added.wasThere && added.picture.version > 1) await room.develop(bytes)
    return added
  })
}

function cut(words: string | undefined, most: number): string {
  return [...(words ?? '')].slice(0, most).join('')
}

/** A name without folders and without what cannot be seen; it is shown, and never used to find a file. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return [...last.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, 120).join('') || '—'
}

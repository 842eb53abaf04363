import 'server-only'
import { pictureTypes } from '@/media/picture-type'
import { removePicture } from '@/media/remove-picture'
import type { LibraryPicture } from '@/newsroom/library-picture'
import type { Database } from '@/store/database'
import { findPicture, forgetFiles } from '@/store/media'
import { darkroom } from './darkroom'

/** Takes the files of a removed picture off the shelf. What fails is left to the next start. */
export async function removeFiles(db: Database, picture: LibraryPicture): Promise<void> {
  try {
    const { shelf } = darkroom()
    // The same bytes may have been brought again meanwhile.
    if ((await findPicture(db, picture.id))?.removedAt === null) return
    const type = pictureTypes.find((one) => one === picture.type)
    if (type) await removePicture(shelf, { sha256: picture.sha256, type })
    await forgetFiles(db, picture.id)
  } catch (error) {
    console.error(`The files of picture ${picture.id} are left on the shelf:`, error)
  }
}

import { env } from '@/env'
import { pictureTypes } from '@/media/picture-type'
import { removePicture } from '@/media/remove-picture'
import type { Shelf } from '@/media/shelf'
import type { Database } from '@/store/database'
import { findPicture, forgetFiles, listLeftFiles } from '@/store/media'

/** Milliseconds. No put takes nearly so long, on the slowest disk. */
const longestPut = 3_600_000

/**
 * Has done what an end in the middle left to do: pictures that were half made or half written, files of pictures that were removed. Beside
 * everything else: it never throws, and nobody waits for it.
 */
export async function finishPictures(db: Database): Promise<void> {
  try {
    const [{ unfinished }, { openShelf }] = await Promise.all([import('@/media/keys'), import('@/media/open-shelf')])
    await clearDisk()
    const shelf = openShelf(env.mediaUrl)
    await removeLeftFiles(db, shelf)
    for await (const _ of shelf.list(unfinished)) {
      // What makes pictures takes thirty megabytes: it is loaded where there is something to make.
      const { openDarkroom } = await import('@/media/darkroom')
      await openDarkroom(shelf).sweep()
      return
    }
  } catch (error) {
    console.error('Pictures that were left unfinished stay so:', error instanceof Error ? error.message : error)
  }
}

/** A bucket has nothing to clear: what was not put whole is not there. */
async function clearDisk(): Promise<void> {
  const [{ readShelfUrl }, { clearUnfinishedPuts }] = await Promise.all([
    import('@/media/shelf-url'),
    import('@/media/disk-shelf'),
  ])
  const place = readShelfUrl(env.mediaUrl)
  if (place?.is === 'disk') await clearUnfinishedPuts(place.folder, { before: new Date(Date.now() - longestPut) })
}

async function removeLeftFiles(db: Database, shelf: Shelf): Promise<void> {
  for (const { id, sha256, type } of await listLeftFiles(db)) {
    // A portal that runs beside may have taken the same bytes in again.
    if ((await findPicture(db, id))?.removedAt === null) continue
    const known = pictureTypes.find((one) => one === type)
    if (known) await removePicture(shelf, { sha256, type: known })
    await forgetFiles(db, id)
  }
}

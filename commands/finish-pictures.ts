import { env } from '@/env'

/** Milliseconds. No put takes nearly so long, on the slowest disk. */
const longestPut = 3_600_000

/**
 * Has pictures finished that an end in the middle left half done, and clears away what was half written. Beside everything else: it never
 * throws, and nobody waits for it.
 */
export async function finishPictures(): Promise<void> {
  try {
    const [{ unfinished }, { openShelf }] = await Promise.all([import('@/media/keys'), import('@/media/open-shelf')])
    await clearDisk()
    const shelf = openShelf(env.mediaUrl)
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

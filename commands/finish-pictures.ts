import { env } from '@/env'

/** Has pictures finished that an end in the middle left half done. Beside everything else: it never throws, and nobody waits for it. */
export async function finishPictures(): Promise<void> {
  try {
    const [{ unfinished }, { openShelf }] = await Promise.all([import('@/media/keys'), import('@/media/open-shelf')])
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

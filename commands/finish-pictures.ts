import { env } from '@/env'

/** Has pictures finished that an end in the middle left half done. Beside everything else: it never throws, and nobody waits for it. */
export async function finishPictures(): Promise<void> {
  try {
    // Loaded only now: readers are served before anything of pictures is needed.
    const [{ openDarkroom }, { openShelf }] = await Promise.all([
      import('@/media/darkroom'),
      import('@/media/open-shelf'),
    ])
    await openDarkroom(openShelf(env.mediaUrl)).sweep()
  } catch (error) {
    console.error('Pictures that were left unfinished stay so:', error instanceof Error ? error.message : error)
  }
}

import type { PictureFacts } from '@/newsroom/picture-address'
import { hashOf } from '@/newsroom/picture-address'
import { originalKey, renditionFolder, unfinishedKey } from './keys'
import type { PictureType } from './picture-type'
import type { Shelf } from './shelf'

/**
 * Takes all of a picture off a shelf. What is not there may be removed too. The original goes before the renditions: another process that is
 * making some of them looks for it when it is done (`openDarkroom`), and takes them away again.
 */
export async function removePicture(
  shelf: Shelf,
  picture: Pick<PictureFacts, 'sha256'> & { type: PictureType },
): Promise<void> {
  const original = originalKey(picture)
  // The mark goes first: nobody is to finish what is being removed.
  await shelf.remove(unfinishedKey(original))
  await shelf.remove(original)
  await removeRenditions(shelf, picture)
}

/** Takes away what readers get. */
export async function removeRenditions(shelf: Shelf, { sha256 }: Pick<PictureFacts, 'sha256'>): Promise<void> {
  for await (const key of shelf.list(renditionFolder(hashOf(sha256)))) await shelf.remove(key)
}

import type { PictureFacts } from '@/newsroom/picture-address'
import { hashOf } from '@/newsroom/picture-address'
import { originalKey, renditionFolder, unfinishedKey } from './keys'
import type { PictureType } from './picture-type'
import type { Shelf } from './shelf'

/** Takes all of a picture off a shelf: what readers get first, then the original. What is not there may be removed too. */
export async function removePicture(
  shelf: Shelf,
  picture: Pick<PictureFacts, 'sha256'> & { type: PictureType },
): Promise<void> {
  const original = originalKey(picture)
  // The mark goes first: nobody is to finish what is being removed.
  await shelf.remove(unfinishedKey(original))
  for await (const key of shelf.list(renditionFolder(hashOf(picture.sha256)))) await shelf.remove(key)
  await shelf.remove(original)
}

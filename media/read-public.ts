import type { Rendition } from '@/newsroom/picture-address'
import { renditionKey } from './keys'
import { typeOf } from './media-type'
import type { Shelf } from './shelf'

export type PublicPicture = {
  bytes: Buffer
  type: string
  /** False for what stands in until the rendition is made. */
  isFinal: boolean
}

/**
 * A rendition as readers get it, or null. An AVIF that is not made yet is stood in for by the WebP of the same width, which says what it is:
 * browsers go by what comes and not by what the address ends with.
 */
export async function readPublic(shelf: Shelf, rendition: Rendition): Promise<PublicPicture | null> {
  const found = await read(rendition)
  if (found) return { ...found, isFinal: true }
  const standIn = rendition.format === 'avif' ? await read({ ...rendition, format: 'webp' }) : null
  return standIn && { ...standIn, isFinal: false }

  async function read(one: Rendition): Promise<{ bytes: Buffer; type: string } | null> {
    const key = renditionKey(one)
    const bytes = await shelf.get(key)
    return bytes && { bytes, type: typeOf(key) }
  }
}

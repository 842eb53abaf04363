import { createHash } from 'node:crypto'
import type { PictureFacts, PictureSize } from '@/newsroom/picture-address'
import { Refusal } from '@/newsroom/refusal'
import { mostPixels, openPicture } from './open-picture'
import { type PictureType, pictureType } from './picture-type'
import { readSaid, type Said } from './read-said'

/** Bytes of an original. */
export const largestPicture = 30_000_000

export type ReadPicture = PictureFacts & {
  type: PictureType
  /** Bytes. */
  size: number
  /** What the picture says of itself, as agencies and cameras write it. */
  said: Said
}

/**
 * Reads a picture whole, so that what is broken is found now and not by a reader. Width and height are those of the picture upright. Throws a
 * Refusal (`picture-empty`, `picture-type`, `picture-large`, `picture-pixels`, `picture-broken`); what a file is called is never asked.
 */
export async function readPicture(bytes: Buffer): Promise<ReadPicture> {
  if (bytes.length === 0) throw new Refusal('picture-empty')
  if (bytes.length > largestPicture)
    throw new Refusal('picture-large', { size: Math.ceil(bytes.length / 1e6), most: largestPicture / 1e6 })
  const type = pictureType(bytes)
  if (type === null) throw new Refusal('picture-type')
  const { width, height, hasAlpha } = await readHead(bytes)
  return {
    type,
    width,
    height,
    hasAlpha: await isSeenThrough(bytes, hasAlpha),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    said: readSaid(bytes),
  }
}

async function readHead(bytes: Buffer): Promise<PictureSize & { hasAlpha: boolean }> {
  const head = await openPicture(bytes, { anyPixels: true }).metadata().catch(refuseBroken)
  // AVIF shares its container with HEIC, which few browsers read, and so do we not.
  if (head.format === 'heif' && head.compression !== 'av1') throw new Refusal('picture-type')
  const { width, height } = head.autoOrient
  if (width * height > mostPixels) throw new Refusal('picture-pixels', { width, height, most: mostPixels / 1e6 })
  return { width, height, hasAlpha: head.hasAlpha }
}

/** Decodes all of it. Resolves to whether something shines through: a channel for that may be there and say nothing. */
async function isSeenThrough(bytes: Buffer, hasAlpha: boolean): Promise<boolean> {
  const small = openPicture(bytes).resize({ width: 1000, height: 1000, fit: 'inside', withoutEnlargement: true })
  if (hasAlpha) small.extractChannel('alpha')
  const pixels = await small.raw().toBuffer().catch(refuseBroken)
  return hasAlpha && pixels.some((value) => value < 255)
}

function refuseBroken(): never {
  throw new Refusal('picture-broken')
}

import type { OutputInfo, Sharp } from 'sharp'
import sharp from 'sharp'
import type { PictureFacts, PictureFormat, PictureSize, Rendition } from '@/newsroom/picture-address'
import { renditionKey } from './keys'
import { openPicture } from './open-picture'
import { planRenditions } from './renditions'
import type { Shelf } from './shelf'

/**
 * Makes those renditions of a picture that are not on the shelf yet. The picture is decoded once, upright and at its widest, into bare pixels: nothing
 * that it said, of places, people or cameras, can come along, nor anything that hid behind it.
 */
export async function makeRenditions(
  shelf: Shelf,
  { bytes, picture, which }: { bytes: Buffer; picture: PictureFacts; which: 'soon' | 'later' },
): Promise<void> {
  const plan = planRenditions(picture)
  const missing = await absent(shelf, plan[which])
  if (missing.length === 0) return
  const base = await decode(bytes, plan.size, picture.hasAlpha)
  // One after another: memory holds one picture's pixels and one rendition.
  for (const rendition of missing) await shelf.put(renditionKey(rendition), await encode(base, rendition))
}

async function absent(shelf: Shelf, renditions: Rendition[]): Promise<Rendition[]> {
  const isThere = await Promise.all(renditions.map((rendition) => shelf.has(renditionKey(rendition))))
  return renditions.filter((_, at) => !isThere[at])
}

type Pixels = { data: Buffer; info: OutputInfo }

function decode(bytes: Buffer, size: PictureSize, hasAlpha: boolean): Promise<Pixels> {
  const opened = openPicture(bytes).resize({ ...size, fit: 'fill' })
  const kept = hasAlpha ? opened : opened.removeAlpha()
  return kept.raw().toBuffer({ resolveWithObject: true })
}

function encode({ data, info }: Pixels, { width, format }: Rendition): Promise<Buffer> {
  const { channels } = info
  const pixels = sharp(data, { raw: { width: info.width, height: info.height, channels } })
  return encoders[format](pixels.resize({ width })).toBuffer()
}

const encoders: Record<PictureFormat, (pixels: Sharp) => Sharp> = {
  jpg: (pixels) => pixels.jpeg({ quality: 78, mozjpeg: true }),
  webp: (pixels) => pixels.webp({ quality: 76 }),
  // The default effort, 4, takes four times as long.
  avif: (pixels) => pixels.avif({ quality: 52, effort: 2 }),
  png: (pixels) => pixels.png({ palette: true }),
}

import {
  pictureAddress,
  type PictureFacts,
  type PictureSize,
  type Rendition,
  renditionsOf,
} from '@/newsroom/picture-address'

/** What is to be made of a picture: what every reader can be shown at once, and what is smaller and takes its time. */
export type Plan = { soon: Rendition[]; later: Rendition[]; size: PictureSize }

/** The plan for a picture: JPEG and WebP soon, or PNG and WebP where something shines through; AVIF later. Narrowest first. */
export function planRenditions(picture: PictureFacts): Plan {
  const renditions = renditionsOf(pictureAddress(picture))
  if (!renditions) throw new Error(`no picture is ${picture.width} by ${picture.height}`)
  const { hash, widths, fallback, size } = renditions
  return {
    soon: widths.flatMap((width) => [
      { hash, width, format: fallback.format },
      { hash, width, format: 'webp' as const },
    ]),
    later: widths.map((width) => ({ hash, width, format: 'avif' as const })),
    size,
  }
}

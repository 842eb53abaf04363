/** How a rendition is written: what every browser reads, and the two that are smaller. */
export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'
export type PictureSize = { width: number; height: number }

/** Of an original, upright: as people see it. */
export type PictureFacts = PictureSize & {
  /** 64 hexadecimal digits. */
  sha256: string
  /** Whether anything shines through it. */
  hasAlpha: boolean
}

/** One file of a picture's, as an address names it. */
export type Rendition = { hash: string; width: number; format: PictureFormat }

/** A picture as a page shows it, all told by its address. */
export type Renditions = {
  hash: string
  /** The size of the widest. */
  size: PictureSize
  /** Narrowest first. */
  widths: number[]
  /** For who does not read AVIF and WebP. */
  fallback: { format: 'jpg' | 'png'; srcset: string }
  /** In the order in which a browser is to try them. */
  sources: { type: string; srcset: string }[]
}

const steps = [400, 800, 1200, 1600, 2400]
const widest = 2400
/** WebP ends at 16,383 pixels: a long strip is made narrower. */
const tallest = 16_000

/** Where a picture stands for readers: `/media/` and its hash, then its size at the widest, as in `/media/1f3a…/1600x1067.jpg`. */
export function pictureAddress({ sha256, hasAlpha, ...size }: PictureFacts): string {
  const { width, height } = fitted(size)
  return `/media/${hashOf(sha256)}/${width}x${height}.${hasAlpha ? 'png' : 'jpg'}`
}

/** Every rendition of a picture of ours, from its address alone; null for an address that is none. */
export function renditionsOf(address: string): Renditions | null {
  const found = wholeAddress.exec(address)
  if (!found) return null
  const [, hash = '', width, height, format] = found
  const size = { width: Number(width), height: Number(height) }
  const widths = widthsOf(size.width)
  const srcset = (format: PictureFormat) =>
    widths.map((width) => `${renditionAddress({ hash, width, format })} ${width}w`).join(', ')
  return {
    hash,
    size,
    widths,
    fallback: { format: format === 'png' ? 'png' : 'jpg', srcset: srcset(format === 'png' ? 'png' : 'jpg') },
    sources: [
      { type: 'image/avif', srcset: srcset('avif') },
      { type: 'image/webp', srcset: srcset('webp') },
    ],
  }
}

/** The rendition that an address asks for, with a size as in an article or with a width as among its renditions; null for any other. */
export function readRendition(address: string): Rendition | null {
  const found = wholeAddress.exec(address) ?? narrowAddress.exec(address)
  const format = found && formats.find((one) => address.endsWith(`.${one}`))
  return found && format ? { hash: found[1] ?? '', width: Number(found[2]), format } : null
}

/**
 * The hash of the picture of ours that an address leads to, however it is written: with a query, encoded, with a slash too many, or as one
 * of its renditions. Null for any other.
 */
export function hashInAddress(address: string): string | null {
  const [path = ''] = address.trim().split(/[?#]/)
  return readRendition(decoded(path).replace(/\/{2,}/g, '/'))?.hash ?? null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** How a picture is named in addresses, by the SHA-256 of its bytes. */
export function hashOf(sha256: string): string {
  return sha256.slice(0, hashLength)
}

/** The address of one rendition. */
export function renditionAddress({ hash, width, format }: Rendition): string {
  return `/media/${hash}/${width}.${format}`
}

const formats = ['avif', 'webp', 'jpg', 'png'] as const
const hashLength = 20
const wholeAddress = /^\/media\/([0-9a-f]{20})\/([1-9]\d{0,3})x([1-9]\d{0,4})\.(jpg|png)$/
const narrowAddress = /^\/media\/([0-9a-f]{20})\/([1-9]\d{0,3})\.(?:avif|webp|jpg|png)$/

/** The steps below the widest, and the widest itself. A step that saves less than a fifth of the width is left out. */
function widthsOf(width: number): number[] {
  return [...steps.filter((step) => step * 1.2 <= width), width]
}

/** Never larger than it is. */
function fitted({ width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, widest / width, tallest / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

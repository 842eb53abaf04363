import sharp, { type Sharp } from 'sharp'

/** Of an original: a camera's largest, and what memory can bear. */
export const mostPixels = 60_000_000

// One picture takes one thread, so that those under way are counted by us; nothing is remembered of one that is done.
sharp.concurrency(1)
sharp.cache(false)
// What is to be read is named here: the library's other readers take SVG, PDF, TIFF and whatever else was built in.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
})

/**
 * Opens the bytes of a picture, upright, and of one that moves its first picture. Reading it throws where it is broken or has too many pixels;
 * `anyPixels` is for reading its head, which says how many there are.
 */
export function openPicture(bytes: Buffer, { anyPixels = false } = {}): Sharp {
  const limitInputPixels = anyPixels ? false : mostPixels
  return sharp(bytes, { limitInputPixels, failOn: 'error', pages: 1, animated: false }).autoOrient()
}

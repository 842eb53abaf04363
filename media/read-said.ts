import exifReader, { type ExpandedTags } from 'exifreader'

/** What a picture says of itself. */
export type Said = { caption?: string; credit?: string }

/** Characters. */
const longestWords = 1000
/** Bytes from the beginning, where agencies write: what a stranger's megabytes of XML would cost is not worth a caption. */
const farthest = 256 * 1024

/**
 * The caption and the credit that an agency or a camera wrote into a picture: XMP first, which knows its letters, then IPTC, then EXIF. What
 * cannot be read says nothing. A suggestion for an editor: no rendition carries it.
 */
export function readSaid(bytes: Buffer): Said {
  const tags = readTags(bytes.subarray(0, farthest))
  const caption = firstOf(tags.xmp?.description, tags.iptc?.['Caption/Abstract'], tags.exif?.ImageDescription)
  const credit = firstOf(
    tags.xmp?.creator,
    tags.iptc?.['By-line'],
    tags.exif?.Artist,
    tags.xmp?.Credit,
    tags.iptc?.Credit,
  )
  return { ...(caption && { caption }), ...(credit && { credit }) }
}

function readTags(bytes: Buffer): ExpandedTags {
  try {
    // Not its asynchronous form, which unpacks what is packed, however much that becomes.
    return exifReader.load(bytes, { expanded: true })
  } catch {
    return {}
  }
}

type Tag = { description?: unknown } | { description?: unknown }[] | undefined

function firstOf(...tags: Tag[]): string | undefined {
  return tags.map(wordsOf).find((words) => words !== '')
}

function wordsOf(tag: Tag): string {
  const descriptions = [tag].flat().map((one) => one?.description)
  const words = descriptions.filter((one) => typeof one === 'string').join(' ')
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
}

import type { BodyFormat } from './copy'
import { hashInAddress } from './picture-address'
import { picturePlaces, replaceAddresses } from './picture-places'

/** What of copy names pictures, as the form holds it. */
export type PictureFields = { body: string; pictureAddress: string }

/** The addresses of pictures on other machines that copy shows, each once: the lead first. */
export function foreignPictures({ body, pictureAddress }: PictureFields, format: BodyFormat): string[] {
  const named = [pictureAddress.trim(), ...picturePlaces(body, format).map(({ address }) => address)]
  return [...new Set(named)].filter(isForeign)
}

/** Copy that shows pictures at other addresses than it did, and is the same to the byte everywhere else. */
export function bringHome(
  { body, pictureAddress }: PictureFields,
  format: BodyFormat,
  homes: ReadonlyMap<string, string>,
): PictureFields {
  return {
    body: replaceAddresses(body, format, homes),
    pictureAddress: homes.get(pictureAddress.trim()) ?? pictureAddress,
  }
}

/** Whether a picture stands on another machine, where it can be fetched. */
export function isForeign(address: string): boolean {
  return /^https?:\/\//i.test(address) && hashInAddress(address) === null
}

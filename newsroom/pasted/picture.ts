import type { Element } from 'hast'
import { safeAddress } from './safe-address'

/**
 * A picture of a clipboard: one that stands on the web, one that is there as data, or one that is neither, such as a file of the writer's
 * machine.
 */
export type PastedPicture = { readonly src: string; readonly is: 'web' | 'data' | 'lost' }

/** The picture an `img` shows; null where it shows nothing, as one that only counts its readers. */
export function pictureOf(image: Element): PastedPicture | null {
  const { width, height, src } = image.properties
  if (Number(width) <= 1 && Number(height) <= 1) return null
  const given = [...whereLateOnesStand.map((name) => image.properties[name]), src]
  const named = given.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
  const reachable = named.map((name) => safeAddress(name, ['http', 'https'])).find((address) => address !== '')
  if (reachable) return { src: reachable, is: 'web' }
  const data = named.map((name) => name.trim()).find((name) => isPictureData(name) && !oneDot.test(name))
  if (data) return { src: data, is: 'data' }
  const [first] = named.filter((name) => !oneDot.test(name))
  return first === undefined ? null : { src: first, is: 'lost' }
}

/** Where pages that load their pictures late write the true address, 公众号 first of all. */
const whereLateOnesStand = ['dataSrc', 'dataOriginal', 'dataActualsrc', 'dataLazySrc']

const oneDot = /^data:image\/gif;base64,R0lGODlhAQABA/

/** Whether an address is a picture itself, of a type that the library takes: decoded, it is a file. */
export function isPictureData(address: string): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z0-9+/=\s]+$/i.test(address)
}

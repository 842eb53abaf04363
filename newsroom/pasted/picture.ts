import type { Element } from 'hast'
import { safeAddress } from './safe-address'

/** A picture of a clipboard, and whether the newsroom can take it home: a remote one or data, not a file of the writer's machine. */
export type PastedPicture = { readonly src: string; readonly isReachable: boolean }

/** The picture an `img` shows; null where it shows nothing, as one that only counts its readers. */
export function pictureOf(image: Element): PastedPicture | null {
  const { width, height, src } = image.properties
  if (Number(width) <= 1 && Number(height) <= 1) return null
  const given = [...whereLateOnesStand.map((name) => image.properties[name]), src]
  const named = given.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
  const reachable = named.map(reach).find((address) => address !== '')
  if (reachable) return { src: reachable, isReachable: true }
  const [first] = named.filter((name) => !oneDot.test(name))
  return first === undefined ? null : { src: first, isReachable: false }
}

/** Where pages that load their pictures late write the true address, 公众号 first of all. */
const whereLateOnesStand = ['dataSrc', 'dataOriginal', 'dataActualsrc', 'dataLazySrc']

const oneDot = /^data:image\/gif;base64,R0lGODlhAQABA/

/** No SVG: it is a document, and the media library takes none. */
const pictureData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/=]+$/i

function reach(given: string): string {
  if (!/^\s*data:/i.test(given)) return safeAddress(given, ['http', 'https'])
  const data = given.replace(/\s+/g, '')
  return pictureData.test(data) && !oneDot.test(data) ? data : ''
}

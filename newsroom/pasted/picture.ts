import type { Element } from 'hast'
import { safeAddress } from './safe-address'

/**
 * A picture of a clipboard, and whether it can be shown: one that stands on the web, not a file of the writer's machine, and no data, which
 * readers' pages do not take.
 */
export type PastedPicture = { readonly src: string; readonly isReachable: boolean }

/** The picture an `img` shows; null where it shows nothing, as one that only counts its readers. */
export function pictureOf(image: Element): PastedPicture | null {
  const { width, height, src } = image.properties
  if (Number(width) <= 1 && Number(height) <= 1) return null
  const given = [...whereLateOnesStand.map((name) => image.properties[name]), src]
  const named = given.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
  const reachable = named.map((name) => safeAddress(name, ['http', 'https'])).find((address) => address !== '')
  if (reachable) return { src: reachable, isReachable: true }
  const [first] = named.filter((name) => !oneDot.test(name))
  return first === undefined ? null : { src: first, isReachable: false }
}

/** Where pages that load their pictures late write the true address, 公众号 first of all. */
const whereLateOnesStand = ['dataSrc', 'dataOriginal', 'dataActualsrc', 'dataLazySrc']

const oneDot = /^data:image\/gif;base64,R0lGODlhAQABA/

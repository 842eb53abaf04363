import 'server-only'
import { env } from '@/env'
import { type Darkroom, type Lines, openDarkroom, openLines } from '@/media/darkroom'
import { openShelf } from '@/media/open-shelf'
import { openPlaces, type Places, type Taken } from '@/media/places'
import type { Shelf } from '@/media/shelf'

type Bounds = { lines: Lines; taken: Taken }

const shared = Symbol.for('dibao.darkroom')
const holder = globalThis as { [shared]?: Bounds }

/** Pictures that may be held in memory at once, each up to 30 MB. */
const mostHeld = 6

/**
 * The darkroom of this process. Next bundles several copies of this module, and the bounds are the machine's: those alone are shared. A
 * darkroom of another copy would refuse with that copy's Refusal, which this one would not know.
 */
export function darkroom(): { shelf: Shelf; darkroom: Darkroom; places: Places } {
  holder[shared] ??= { lines: openLines(), taken: { count: 0 } }
  const { lines, taken } = holder[shared]
  const shelf = openShelf(env.mediaUrl)
  return { shelf, darkroom: openDarkroom(shelf, lines), places: openPlaces(mostHeld, taken) }
}

import 'server-only'
import { env } from '@/env'
import { type Darkroom, openDarkroom } from '@/media/darkroom'
import { openShelf } from '@/media/open-shelf'
import { openPlaces, type Places } from '@/media/places'
import type { Shelf } from '@/media/shelf'

type Rooms = { shelf: Shelf; darkroom: Darkroom; places: Places }

const shared = Symbol.for('dibao.darkroom')
const holder = globalThis as { [shared]?: Rooms }

/** Pictures that may be held in memory at once, each up to 30 MB. */
const mostHeld = 6

/** The process's one darkroom: Next bundles its own copies of this module, and the bounds are the machine's. */
export function darkroom(): Rooms {
  if (!holder[shared]) {
    const shelf = openShelf(env.mediaUrl)
    holder[shared] = { shelf, darkroom: openDarkroom(shelf), places: openPlaces(mostHeld) }
  }
  return holder[shared]
}

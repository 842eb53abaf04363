import 'server-only'
import { env } from '@/env'
import { largestPicture } from '@/media/read-picture'
import { type LibraryPicture, pictureName } from '@/newsroom/library-picture'
import { hashInAddress } from '@/newsroom/picture-address'
import { authorise } from '@/newsroom/policy'
import { Refusal } from '@/newsroom/refusal'
import type { Staff } from '@/newsroom/staff'
import { fetchOutside } from '@/outside/fetch-outside'
import { reachFor } from '@/outside/reach-for'
import type { Database } from '@/store/database'
import { findPictureByHash } from '@/store/media'
import { takeIn } from './take-in'

/**
 * Brings the picture at an address home: fetches it, and takes it into the library with where it was found. One that is the library's already
 * is found there. Throws a Refusal for who may not, an address that cannot be fetched from, and bytes that are no picture.
 */
export async function fetchPicture(db: Database, address: string, by: Staff): Promise<LibraryPicture> {
  authorise(by, 'add-picture')
  const hash = hashInAddress(address.startsWith(`${env.siteUrl}/`) ? address.slice(env.siteUrl.length) : address)
  if (hash !== null) {
    const known = await findPictureByHash(db, hash)
    if (known?.removedAt) throw new Refusal('picture-removed', { name: pictureName(known) })
    if (known) return known
  }
  const read = async () => {
    const reach = reachFor(address, env.outsideTrial)
    const wanted = { accept: 'image/*', mostBytes: largestPicture, milliseconds: 20_000 }
    return (await fetchOutside(address, wanted, reach)).bytes
  }
  const fileName = nameIn(address)
  return (await takeIn(db, read, { fileName, foundAt: address.slice(0, 2000), by })).picture
}

function nameIn(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

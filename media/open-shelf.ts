import { diskShelf } from './disk-shelf'
import { s3Shelf } from './s3-shelf'
import type { Shelf } from './shelf'
import { readShelfUrl } from './shelf-url'

/**
 * The shelf that an address names: `file:` and a folder, or `s3://bucket?endpoint=…&key=…&secret=…`. Nothing is read or made yet. Throws one
 * sentence for an address that names none, or a bucket without a key.
 */
export function openShelf(url: string): Shelf {
  const place = readShelfUrl(url)
  if (!place) throw new Error('A shelf is file: and a folder, or s3://bucket?endpoint=https://host&region=name.')
  if (place.is === 'disk') return diskShelf(place.folder)
  const { key, secret } = place
  if (!key || !secret) throw new Error(`The bucket ${place.bucket} needs a key and a secret.`)
  return s3Shelf({ ...place, key, secret })
}

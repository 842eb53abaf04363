import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at } from './places.mjs'

/**
 * Whether something made from sources is still theirs is told by their content, never by their times: a fresh clone, a
 * copy and a branch switched back and forth all have times that mean nothing.
 */
export function fingerprint(places, isSource = () => true) {
  const hash = createHash('sha256')
  for (const file of places
    .flatMap((place) => filesBelow(place))
    .filter(isSource)
    .sort()) {
    const content = readFileSync(at(file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Makes something unless its stamp says that it was made of just these sources. The stamp goes before the work starts and
 * comes back after it has ended well, so half a result never counts.
 */
export async function unlessStamped(stamp, print, make) {
  if (read(stamp) === print) return
  rmSync(at(stamp), { force: true })
  await make()
  mkdirSync(path.dirname(at(stamp)), { recursive: true })
  writeFileSync(at(stamp), print)
}

/** Every file below a place, named relative to the repository; nothing for a place that is not there. */
function filesBelow(place) {
  const stats = statSync(at(place), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [place]
  return readdirSync(at(place)).flatMap((name) => filesBelow(`${place}/${name}`))
}

function read(file) {
  return statSync(at(file), { throwIfNoEntry: false }) && readFileSync(at(file), 'utf8')
}

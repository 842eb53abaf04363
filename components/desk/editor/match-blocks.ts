import type { BlockText } from './read-block'

/** For each block of the new list the number of the same block in the old one, in order; null for those that are new. */
export function matchBlocks(old: BlockText[], fresh: BlockText[]): (number | null)[] {
  const isSame = (one: number, other: number) =>
    old[one]?.core === fresh[other]?.core && old[one]?.kind === fresh[other]?.kind
  let first = 0
  while (first < old.length && first < fresh.length && isSame(first, first)) first += 1
  let last = 0
  while (
    last < old.length - first &&
    last < fresh.length - first &&
    isSame(old.length - 1 - last, fresh.length - 1 - last)
  )
    last += 1
  let from = first
  return fresh.map((_, index) => {
    if (index < first) return index
    if (index >= fresh.length - last) return index - fresh.length + old.length
    for (let at = from; at < old.length - last; at++) {
      if (!isSame(at, index)) continue
      from = at + 1
      return at
    }
    return null
  })
}

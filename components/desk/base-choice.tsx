import type { DeskWords } from '@/messages/words'

/** Makes the version that is shown the one that others are compared with, or lets go of it: a link, which needs no script. */
export function BaseChoice({
  words,
  base,
  to,
  path,
}: {
  words: DeskWords
  base: number | null
  /** A version, or the name of copy that was set aside: that is nobody's base. */
  to: number | string
  path: (base: number | null) => string
}) {
  const w = words.versions
  const isFree = typeof to === 'number' && to !== base
  if (!isFree && base === null) return null
  return (
    <a className="btn" href={path(isFree ? to : null)} data-key="base">
      {isFree ? w.setBase : w.freeBase}
    </a>
  )
}

import type { Stretch } from '@/newsroom/word-difference'

/** What both say as it is, what came underlined, what went struck. */
export function MarkedStretches({ stretches }: { stretches: Stretch[] }) {
  // The order of stretches is all that tells them apart, and they never move.
  return stretches.map(({ in: side, text }, at) => {
    if (side === 'both') return text
    return side === 'after' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
  })
}

import type { DeskWords } from '@/messages/words'
import type { Stretch } from '@/newsroom/word-difference'

/** A text as it became, with what was taken out struck and what was put in marked. */
export function MarkedText({ stretches, words }: { stretches: Stretch[]; words: DeskWords }) {
  if (!stretches.some(({ text }) => text.trim())) return <span className="qq">{words.stale.empty}</span>
  return stretches.map((stretch, at) => {
    if (stretch.in === 'both') return stretch.text
    // The order of stretches is all that tells them apart, and they never move.
    return stretch.in === 'after' ? <ins key={at}>{stretch.text}</ins> : <del key={at}>{stretch.text}</del>
  })
}

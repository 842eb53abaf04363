import type { DeskWords } from '@/messages/words'
import { fill } from './fill'
import type { Stretch } from './difference'

type Side = 'theirs' | 'mine'

/** One side of a difference: what only it says is marked, inserted where the side is chosen and struck where it is not. */
export function MarkedText({
  stretches,
  side,
  chosen,
  words,
}: {
  stretches: Stretch[]
  side: Side
  chosen: boolean
  words: DeskWords
}) {
  const shown = stretches.filter((stretch) => stretch.in === 'both' || stretch.in === side)
  if (!shown.some(({ text }) => text.trim())) return <span className="qq">{words.stale.empty}</span>
  return shown.map((stretch, at) => {
    if (stretch.in === 'both') return stretch.text
    // The order of stretches is all that tells them apart, and they never move.
    return chosen ? <ins key={at}>{stretch.text}</ins> : <del key={at}>{stretch.text}</del>
  })
}

/** One side of a body, paragraph by paragraph; those that are the same on both sides are only counted. */
export function MarkedBody({ rows, ...how }: { rows: Stretch[][]; side: Side; chosen: boolean; words: DeskWords }) {
  return rows.map((stretches, at) => {
    if (!stretches.some(({ text }) => text.trim())) return null
    const only = stretches.length === 1 ? stretches[0] : undefined
    if (only?.in === 'both') {
      const count = only.text.split('\n').filter((line) => line.trim()).length
      return (
        <p key={at} className="qq same">
          {fill(how.words.stale.same, { count })}
        </p>
      )
    }
    return (
      <p key={at}>
        <MarkedText stretches={trimmed(stretches)} {...how} />
      </p>
    )
  })
}

/** Without the line ends around it: how far paragraphs stand apart is not what differs. */
function trimmed(stretches: Stretch[]): Stretch[] {
  return stretches.map((stretch, at) => {
    let text = at === 0 ? stretch.text.replace(/^\n+/, '') : stretch.text
    if (at === stretches.length - 1) text = text.replace(/\n+$/, '')
    return { ...stretch, text }
  })
}

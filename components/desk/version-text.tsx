import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import type { BodyRow, VersionDifference } from '@/newsroom/version-difference'
import { type Stretch, sideOf } from '@/newsroom/word-difference'
import { fill } from './fill'
import { MarkedStretches } from './marked-stretches'
import type { VersionView } from './version-choice'
import { VersionFields } from './version-fields'

/** How one version became another: what came is underlined, what went is struck, in one text or in two beside each other. */
export function VersionText({
  words,
  difference,
  view,
  names,
  categories,
}: {
  words: DeskWords
  difference: VersionDifference
  view: VersionView
  names: { before: string; after: string }
  /** By slug. */
  categories: Record<string, string>
}) {
  const w = words.versions
  const { headline, kicker, standfirst, body, fields } = difference
  const isEqual =
    fields.length === 0 &&
    body.every(({ is }) => is === 'same') &&
    [...headline, ...kicker, ...standfirst].every((stretch) => stretch.in === 'both')
  const shown = { words, view }
  return (
    <article className="ed-diff" data-view={view}>
      {view === 'beside' && (
        <p className="sides qq">
          <span>{names.before}</span>
          <span>{names.after}</span>
        </p>
      )}
      {isEqual && <p className="say">{w.equal}</p>}
      {kicker.length > 0 && <Sides {...shown} stretches={kicker} as={(text) => <p className="kk">{text}</p>} />}
      <Sides {...shown} stretches={headline} as={(text) => <h2 className="hl">{text}</h2>} otherwise={w.noHeadline} />
      {standfirst.length > 0 && <Sides {...shown} stretches={standfirst} as={(text) => <p className="sf">{text}</p>} />}
      <div className="prose">
        {body.map((row, at) => (
          <Row key={at} {...shown} row={row} />
        ))}
      </div>
      <VersionFields words={words} fields={fields} names={names} categories={categories} />
    </article>
  )
}

function Row({ words, view, row }: { words: DeskWords; view: VersionView; row: BodyRow }) {
  const w = words.versions
  if (row.is === 'changed')
    return <Sides words={words} view={view} stretches={row.stretches} as={(text) => <p className="lines">{text}</p>} />
  if (row.is === 'markup')
    return (
      <div>
        {row.text && <p className="lines">{row.text}</p>}
        <p className="note">{w.markup}</p>
      </div>
    )
  return (
    <details className="same">
      <summary>
        <span className="word">
          {fill(row.from === row.to ? w.sameOne : w.sameMany, { from: row.from, to: row.to })}
        </span>
      </summary>
      {row.texts.map((text, at) => (
        <p key={at} className="lines">
          {text}
        </p>
      ))}
    </details>
  )
}

function Sides({
  words,
  view,
  stretches,
  as,
  otherwise = words.versions.none,
}: {
  words: DeskWords
  view: VersionView
  stretches: Stretch[]
  as: (text: ReactNode) => ReactNode
  otherwise?: string
}) {
  if (view === 'together') return as(stretches.length > 0 ? <MarkedStretches stretches={stretches} /> : otherwise)
  return (
    <div className="sides">
      {(['before', 'after'] as const).map((side) => (
        <div key={side}>{as(<MarkedStretches stretches={sideOf(stretches, side)} />)}</div>
      ))}
    </div>
  )
}

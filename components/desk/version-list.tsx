import type { DeskWords } from '@/messages/words'

/** A line of the history, as shown; `inner` are the lines that it stands for. */
export type ShownVersion = {
  key: string
  number: string
  act: string
  by: string
  time: string
  why: string | null
  href: string
  current: boolean
  isBase: boolean
  isReaders: boolean
  inner: ShownVersion[]
}
export type ShownDay = { name: string; rows: ShownVersion[] }

/** What was done with an article, newest first; each line leads to what it changed. */
export function VersionList({
  words,
  days,
  newerPath,
  olderPath,
}: {
  words: DeskWords
  days: ShownDay[]
  newerPath: string | null
  olderPath: string | null
}) {
  const w = words.versions
  return (
    <nav className="pane low" aria-label={w.list}>
      {days.map(({ name, rows }, at) => (
        <section key={at}>
          <h2 className="day">{name}</h2>
          <ul className="vers">
            {rows.map((row) => (
              <li key={row.key}>
                {row.inner.length > 0 ? <Folded words={words} row={row} /> : <Line words={words} row={row} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(newerPath || olderPath) && (
        <p className="older">
          {newerPath && (
            <a className="btn" href={newerPath} rel="prev">
              {w.newer}
            </a>
          )}
          {olderPath && (
            <a className="btn push" href={olderPath} rel="next">
              {w.older}
            </a>
          )}
        </p>
      )}
    </nav>
  )
}

function Folded({ words, row }: { words: DeskWords; row: ShownVersion }) {
  return (
    <details open={row.inner.some(({ current, isBase }) => current || isBase)}>
      <summary>
        <Told words={words} row={row} />
      </summary>
      <ul>
        {row.inner.map((one) => (
          <li key={one.key}>
            <Line words={words} row={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Line({ words, row }: { words: DeskWords; row: ShownVersion }) {
  return (
    <a href={row.href} aria-current={row.current ? 'true' : undefined} data-base={row.isBase || undefined}>
      <Told words={words} row={row} />
    </a>
  )
}

function Told({ words, row }: { words: DeskWords; row: ShownVersion }) {
  const { number, act, by, time, why, isBase, isReaders } = row
  const w = words.versions
  const notes = [why, isReaders && w.readers, isBase && w.base].filter(Boolean)
  return (
    <>
      <span className="n">{number}</span>
      <span className="act">
        <b>{act}</b> <span className="q clip">{by}</span> <span className="qq">{time}</span>
      </span>
      {notes.length > 0 && <span className="why">{notes.join(' · ')}</span>}
    </>
  )
}

import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { Stretch } from '@/newsroom/search/mark-text'
import { fill } from './fill'
import { OlderNav } from './older-nav'

/** An article that was found; `oldVersion` is the version that says it, where the newest does not. `time` is when that was written, as shown. */
export type DeskHit = {
  id: number
  oldVersion: number | null
  status: Status
  headline: Stretch[]
  excerpts: Stretch[][]
  by: string | null
  time: string
}

/** What was found at the desk, newest writing first. */
export function SearchHits({
  words,
  isAsked,
  hits,
  firstPath,
  nextPath,
}: {
  words: DeskWords
  isAsked: boolean
  hits: DeskHit[]
  firstPath: string | null
  nextPath: string | null
}) {
  const { search } = words
  // A page may be empty and not the last, where very many versions had to be looked at.
  if (!isAsked || (hits.length === 0 && nextPath === null))
    return (
      <div className="scroll">
        <div className="nothing">
          <p className="song">{isAsked ? search.nothing : search.empty}</p>
          <p className="q">{isAsked ? search.nothingHint : search.emptyHint}</p>
        </div>
      </div>
    )
  return (
    <div className="scroll">
      <ol className="found" aria-label={search.hits}>
        {hits.map((hit) => (
          <Hit key={`${hit.id}-${hit.oldVersion}`} words={words} {...hit} />
        ))}
      </ol>
      <OlderNav words={words} newer={firstPath ? { path: firstPath, rel: 'first' } : null} olderPath={nextPath} />
    </div>
  )
}

function Hit({ words, id, oldVersion, status, headline, excerpts, by, time }: DeskHit & { words: DeskWords }) {
  const path = `/admin/articles/${id}`
  const isNameless = headline.every(({ text }) => text.trim() === '')
  return (
    <li>
      <h2>
        <span className="seal" data-s={status} title={words.statuses[status]} />
        <span className="sr">{words.statuses[status]}</span>
        <a href={oldVersion === null ? path : `${path}/versions?to=${oldVersion}`}>
          {isNameless ? words.queue.untitled : <Found stretches={headline} />}
        </a>
      </h2>
      {excerpts.map((stretches, at) => (
        <p key={at}>
          <Found stretches={stretches} />
        </p>
      ))}
      <p className="qq">
        {[by, time, oldVersion === null ? null : fill(words.search.oldVersion, { version: oldVersion })]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

function Found({ stretches }: { stretches: Stretch[] }) {
  // The order of stretches is all that tells them apart, and they never move.
  return stretches.map(({ text, isFound }, at) => (isFound ? <mark key={at}>{text}</mark> : text))
}

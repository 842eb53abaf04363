'use client'

import { useEffect, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'
import { reach } from '../reach'
import type { LibraryActs, PictureUses, ShownPicture } from './shown-picture'

/** Where a picture stands and came from; and, while it stands nowhere, the way to be rid of it. */
export function PictureUsed({
  picture,
  words,
  acts,
  removed,
}: {
  picture: ShownPicture
  words: DeskWords
  acts: LibraryActs
  removed: (sentence: string) => void
}) {
  const w = words.media
  const [used, setUsed] = useState<PictureUses | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { id, version } = picture

  useEffect(() => {
    let isHere = true
    void reach<PictureUses | null>(() => acts.readUses(id), null).then((uses) => isHere && setUsed(uses))
    return () => {
      isHere = false
    }
  }, [acts, id])

  async function remove() {
    const answer = await reach(() => acts.remove({ id, version }), {
      outcome: 'refused' as const,
      sentence: words.unreached,
    })
    setAsking(false)
    if (answer.outcome === 'done') removed(answer.sentence)
    else setRefused(answer.sentence)
  }

  const isUnused = used !== null && used.uses.length === 0 && used.hidden === 0
  return (
    <div className="about">
      <h3 className="label">{w.used}</h3>
      <ul>
        {used?.uses.map(({ path, headline, status }) => (
          <li key={path}>
            <a className="word" href={path}>
              {headline}
            </a>{' '}
            <span className="qq">{words.statuses[status]}</span>
          </li>
        ))}
        {used !== null && used.hidden > 0 && <li className="q">{fill(w.hidden, { count: used.hidden })}</li>}
        {isUnused && <li className="q">{w.unused}</li>}
      </ul>
      {picture.foundAt && (
        <p className="q">
          {w.foundAt}{' '}
          <a className="word" href={picture.foundAt} target="_blank" rel="noreferrer">
            {picture.foundAt}
          </a>
        </p>
      )}
      <p className="qq">{picture.added}</p>
      <p className="qq">
        {picture.measures} · {w.bare}
      </p>
      {isUnused && picture.mayChange && !isAsking && (
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          {w.remove}
        </button>
      )}
      {isAsking && (
        <div className="sure" role="group" aria-label={w.remove}>
          <p>{w.removeAsk}</p>
          <span className="row">
            <button type="button" className="btn pub" onClick={remove}>
              {w.removeYes}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {w.removeNo}
            </button>
          </span>
        </div>
      )}
      {refused && (
        <p className="refuse" role="status">
          {refused}
        </p>
      )}
    </div>
  )
}

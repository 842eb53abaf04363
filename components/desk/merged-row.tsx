'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { MergePlace } from '@/newsroom/merge-places'
import { wordDifference } from '@/newsroom/word-difference'
import { fill } from './fill'
import { MarkedText } from './marked-text'

type Merged = Exclude<MergePlace, { is: 'conflict' }>

/** A place that is put together already: who did what, and what stands now. Paragraphs that nobody touched are folded. */
export function MergedRow({
  place,
  label,
  words,
  text,
}: {
  place: Merged
  label: string
  words: DeskWords
  text: (value: string | boolean) => string
}) {
  const [isOpen, setOpen] = useState(false)
  const w = words.stale
  if (place.is === 'same')
    return (
      <div className="mrow quiet">
        <span className="name" />
        <span className="theirs qq">{w.untouched}</span>
        <span className="mine qq">{w.untouched}</span>
        <div className="res">
          <button type="button" className="word" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? w.fold : fill(w.same, { count: place.count })}
          </button>
          {isOpen && <p className="text">{place.result.trim()}</p>}
        </div>
      </div>
    )
  const { is, base, result } = place
  const side = (who: 'theirs' | 'mine', did: string) => {
    const isOther = is !== who && is !== 'alike' && is !== 'both'
    if (isOther) return <span className={`${who} qq`}>{w.untouched}</span>
    return (
      <div className={who}>
        <p className="pickline">{did}</p>
        <p className="text">
          <MarkedText stretches={wordDifference(text(base).trim(), text(place[who]).trim())} words={words} />
        </p>
      </div>
    )
  }
  return (
    <div className="mrow quiet" role="group" aria-label={label}>
      <span className="name">{label}</span>
      {side('theirs', w.theyChanged)}
      {side('mine', w.iChanged)}
      <div className="res">
        {is === 'alike' && <p className="pickline">{w.alike}</p>}
        {is === 'both' && <p className="pickline">{w.bothTaken}</p>}
        <p className="text">{text(result).trim() || <span className="qq">{w.empty}</span>}</p>
      </div>
    </div>
  )
}

'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'

type Given = { credit?: string; licence?: string; licenceEnd?: string }

/** Says the same of all chosen pictures: whose they are, on what terms, until when. What is empty stays as it is. */
export function ManyBar({
  count,
  words,
  apply,
  leave,
}: {
  count: number
  words: DeskWords
  apply: (given: Given) => Promise<void>
  leave: () => void
}) {
  const w = words.media
  const [notes, setNotes] = useState({ credit: '', licence: '', licenceEnd: '' })
  const [busy, setBusy] = useState(false)
  const given: Given = Object.fromEntries(Object.entries(notes).filter(([, value]) => value.trim() !== ''))
  const isEmpty = Object.keys(given).length === 0

  return (
    <form
      className="bulk"
      aria-label={fill(w.chosen, { count })}
      onSubmit={async (event) => {
        event.preventDefault()
        if (busy || isEmpty) return
        setBusy(true)
        await apply(given)
        setBusy(false)
      }}
    >
      <strong>{fill(w.chosen, { count })}</strong>
      {(['credit', 'licence', 'licenceEnd'] as const).map((field) => (
        <label key={field}>
          {w[field]}
          <input
            type={field === 'licenceEnd' ? 'date' : 'text'}
            autoComplete="off"
            value={notes[field]}
            onChange={(event) => setNotes({ ...notes, [field]: event.target.value })}
          />
        </label>
      ))}
      <button type="submit" className="btn ink" aria-disabled={busy || isEmpty || undefined}>
        {w.applyMany}
      </button>
      <button type="button" className="btn bare" onClick={leave}>
        {w.chooseNone}
      </button>
      <span className="qq">{w.manyHint}</span>
    </form>
  )
}

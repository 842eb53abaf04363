'use client'

import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'
import type { Brought } from './bring-pictures'

/** What becomes of pictures that were pasted or dropped: how many are on their way, and which could not be brought, and why. */
export function BroughtPictures({
  brought: { waiting, failed },
  words,
  dismiss,
}: {
  brought: Brought
  words: DeskWords
  dismiss: () => void
}) {
  const w = words.media
  const isQuiet = waiting === 0 && failed.length === 0
  return (
    <div role="status" aria-label={w.pasted} className={isQuiet ? 'sr' : 'brought'}>
      {waiting > 0 && <p className="q">{fill(w.pastedTaking, { count: waiting })}</p>}
      {failed.map(({ name, sentence }, index) => (
        <p key={index}>
          <span className="qq">{name}</span> {sentence}
        </p>
      ))}
      {failed.length > 0 && waiting === 0 && (
        <button type="button" className="btn bare small" onClick={dismiss}>
          {w.dismiss}
        </button>
      )}
    </div>
  )
}

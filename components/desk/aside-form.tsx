'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Brings back copy that was set aside; where all of it is in the article already, it says so. */
export function AsideForm({
  action,
  words,
  id,
  seenVersion,
  aside,
  isIn,
}: {
  action: SimpleAction
  words: DeskWords
  id: number
  seenVersion: number
  aside: string
  isIn: boolean
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const w = words.versions
  return (
    <form className="restore" action={send}>
      <AnswerLine state={state} />
      {isIn && state.outcome === 'untouched' && <p className="q">{w.asideIn}</p>}
      {!isIn && (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seenVersion" value={seenVersion} />
          <input type="hidden" name="aside" value={aside} />
          <span className="contents" data-key="restore">
            <SubmitButton pending={pending} waiting={w.bringing}>
              {w.bringBack}
            </SubmitButton>
          </span>
        </>
      )}
    </form>
  )
}

'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Takes a partner's feed back, asked twice: the address cannot be had again. */
export function PartnerRevoke({
  words,
  partner: { id, name },
  action,
}: {
  words: DeskWords
  partner: { id: number; name: string }
  action: SimpleAction
}) {
  const w = words.partners
  const [asked, setAsked] = useState(false)
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <>
      {asked ? (
        <form className="row ask" action={send}>
          <input type="hidden" name="id" value={id} />
          <span>{fill(w.revokeAsk, { name })}</span>
          <SubmitButton look="small ink" pending={pending}>
            {w.sure}
          </SubmitButton>
          <button type="button" className="btn small" onClick={() => setAsked(false)}>
            {w.not}
          </button>
        </form>
      ) : (
        <span className="row">
          <button
            type="button"
            className="btn small bare"
            aria-label={fill(w.revokeOf, { name })}
            onClick={() => setAsked(true)}
          >
            {w.revoke}
          </button>
        </span>
      )}
      <AnswerLine state={state} />
    </>
  )
}

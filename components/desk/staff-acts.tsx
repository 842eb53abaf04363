'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** What can be done about a colleague's account. Disabling is asked twice. */
export function StaffActs({
  words,
  person,
  disable,
  endSessions,
}: {
  words: DeskWords
  person: { id: number; name: string; sessions: number }
  disable: SimpleAction
  endSessions: SimpleAction
}) {
  const [asked, setAsked] = useState(false)
  const [disabled, sendDisable, disabling] = useSimpleAction(disable, words)
  const [ended, sendEnd, ending] = useSimpleAction(endSessions, words)
  const { id, name, sessions } = person
  if (disabled.outcome === 'done') return <AnswerLine state={{ outcome: 'done', sentence: words.staff.disabledNow }} />
  return (
    <>
      {asked ? (
        <form className="row ask" action={sendDisable}>
          <input type="hidden" name="id" value={id} />
          <span>{fill(words.staff.disableAsk, { name })}</span>
          <SubmitButton look="small ink" pending={disabling}>
            {words.staff.sure}
          </SubmitButton>
          <button type="button" className="btn small" onClick={() => setAsked(false)}>
            {words.staff.not}
          </button>
        </form>
      ) : (
        <span className="row">
          {sessions > 0 && ended.outcome !== 'done' && (
            <form action={sendEnd}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton look="small bare" pending={ending} label={fill(words.staff.endSessionsOf, { name })}>
                {words.staff.endSessions}
              </SubmitButton>
            </form>
          )}
          <button
            type="button"
            className="btn small bare"
            aria-label={fill(words.staff.disableOf, { name })}
            onClick={() => setAsked(true)}
          >
            {words.staff.disable}
          </button>
        </span>
      )}
      <AnswerLine
        state={
          disabled.outcome === 'refused'
            ? disabled
            : ended.outcome === 'done'
              ? { outcome: 'done', sentence: words.staff.endedNow }
              : ended
        }
      />
    </>
  )
}

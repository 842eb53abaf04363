'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Brings a text back, an older version or copy that was set aside. Stays in the page, so that what came of it is still said. */
export function RestoreForm({
  action,
  words,
  id,
  seenVersion,
  text,
  label,
  waiting,
  note,
}: {
  action: SimpleAction
  words: DeskWords
  id: number
  seenVersion: number
  /** What the action is to be told of it; null where there is none to bring. */
  text: { name: 'version' | 'aside'; value: string | number } | null
  label: string
  waiting: string
  /** Why there is none. */
  note: string | null
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <form className="restore" action={send}>
      <AnswerLine state={state} />
      {note !== null && state.outcome === 'untouched' && <p className="q">{note}</p>}
      {text !== null && (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seenVersion" value={seenVersion} />
          <input type="hidden" name={text.name} value={text.value} />
          <span className="contents" data-key="restore">
            <SubmitButton pending={pending} waiting={waiting}>
              {label}
            </SubmitButton>
          </span>
        </>
      )}
    </form>
  )
}

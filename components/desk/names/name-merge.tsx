'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from '../answer-line'
import { fill } from '../fill'
import type { SimpleAction } from '../form-state'
import { keepWords } from '../keep-words'
import { SubmitButton } from '../submit-button'
import { useSimpleAction } from '../use-simple-action'
import { SeenName } from './seen-name'
import type { ShownName } from './shown-name'

/** Asks into which list another is to go, and says what becomes of it. */
export function NameMerge({
  words,
  list,
  action,
  leave,
}: {
  words: DeskWords
  list: ShownName
  action: SimpleAction
  leave: () => void
}) {
  const w = words.names
  const { noun, id, name } = list
  const [state, send, pending] = useSimpleAction(action, words)
  const field = `merge-${noun}-${id}`
  return (
    <form className="slip" action={send} ref={keepWords}>
      <SeenName list={list} />
      <div className="field">
        <label htmlFor={field}>{fill(w.mergeInto, { name })}</label>
        <input id={field} type="text" name="name" required maxLength={200} aria-describedby={`${field}-answer`} />
      </div>
      <p className="q">{fill(w.mergeAsk, { name })}</p>
      <span className="row">
        <SubmitButton look="small ink" pending={pending} waiting={w.merging}>
          {w.sure}
        </SubmitButton>
        <button type="button" className="btn small" onClick={leave}>
          {w.not}
        </button>
      </span>
      <AnswerLine state={state} id={`${field}-answer`} />
    </form>
  )
}

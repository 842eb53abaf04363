'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Has what was given up tried again. */
export function PushRetry({ words, id, action }: { words: DeskWords; id: number; action: SimpleAction }) {
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <form className="row" action={send}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="small" pending={pending}>
        {words.push.retry}
      </SubmitButton>
      <AnswerLine state={state} />
    </form>
  )
}

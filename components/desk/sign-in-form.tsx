'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { GateField } from './gate-field'
import { Gate } from './gate'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** The sign-in page. `next` is where to go afterwards; the action decides whether to believe it. */
export function SignInForm({
  action,
  words,
  siteName,
  next,
}: {
  action: SimpleAction
  words: DeskWords
  siteName: string
  next?: string
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const saidBy = state.outcome === 'refused' ? 'sign-in-answer' : undefined
  return (
    <Gate siteName={siteName} words={words}>
      <form action={send} ref={keepWords}>
        <h1>{words.signIn.title}</h1>
        <AnswerLine state={state} id="sign-in-answer" />
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <GateField
          label={words.signIn.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          saidBy={saidBy}
        />
        <GateField
          label={words.signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          saidBy={saidBy}
        />
        <SubmitButton look="ink" pending={pending} waiting={words.signIn.submitting}>
          {words.signIn.submit}
        </SubmitButton>
      </form>
    </Gate>
  )
}

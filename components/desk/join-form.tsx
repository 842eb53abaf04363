'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { GateField } from './gate-field'
import { Gate } from './gate'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Where a one-time link leads: a new colleague gives name, email and password. */
export function JoinForm({
  action,
  words,
  siteName,
  token,
}: {
  action: SimpleAction
  words: DeskWords
  siteName: string
  token: string
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const saidBy = state.outcome === 'refused' ? 'join-answer' : undefined
  return (
    <Gate siteName={siteName} words={words}>
      <form action={send} ref={keepWords}>
        <h1>{words.join.title}</h1>
        <p className="q">{words.join.lead}</p>
        <AnswerLine state={state} id="join-answer" />
        <input type="hidden" name="token" value={token} />
        <GateField
          label={words.join.name}
          hint={words.join.nameHint}
          name="name"
          type="text"
          autoComplete="name"
          required
          saidBy={saidBy}
        />
        <GateField
          label={words.join.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          saidBy={saidBy}
        />
        <GateField
          label={words.join.password}
          hint={words.join.passwordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
          saidBy={saidBy}
        />
        <SubmitButton look="ink" pending={pending} waiting={words.join.submitting}>
          {words.join.submit}
        </SubmitButton>
      </form>
    </Gate>
  )
}

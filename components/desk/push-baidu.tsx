'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { PushSwitch } from './push-switch'
import { SubmitButton } from './submit-button'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

/** The token that 百度 gave; it is never shown again, only replaced or taken away. */
export function PushBaidu({ words, hasToken, action }: { words: DeskWords; hasToken: boolean; action: SimpleAction }) {
  const w = words.push
  const ready = useReady()
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <>
      {hasToken && <PushSwitch words={words} name="baidu" label={w.baidu} isOn action={action} />}
      <form className="line-form" action={send} ref={keepWords}>
        <div className="field">
          <label htmlFor="push-token">{hasToken ? w.newToken : w.token}</label>
          <input
            id="push-token"
            type="password"
            name="baidu"
            required
            autoComplete="off"
            spellCheck={false}
            readOnly={!ready}
            aria-describedby="push-token-answer"
          />
        </div>
        <SubmitButton look={hasToken ? '' : 'ink'} pending={pending} waiting={w.saving}>
          {w.keepToken}
        </SubmitButton>
        <AnswerLine state={state} id="push-token-answer" />
      </form>
    </>
  )
}

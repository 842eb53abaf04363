'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Says whether a service is told, and turns it on or off: the field `name` is what it shall be. */
export function PushSwitch({
  words,
  name,
  label,
  isOn,
  action,
}: {
  words: DeskWords
  name: string
  label: string
  isOn: boolean
  action: SimpleAction
}) {
  const w = words.push
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <form className="line-form" action={send}>
      <input type="hidden" name={name} value={isOn ? 'off' : 'on'} />
      <p className="push-state">{fill(isOn ? w.isOn : w.isOff, { label })}</p>
      <SubmitButton look={isOn ? '' : 'ink'} pending={pending} waiting={w.saving}>
        {fill(isOn ? w.turnOff : w.turnOn, { label })}
      </SubmitButton>
      <AnswerLine state={state} />
    </form>
  )
}

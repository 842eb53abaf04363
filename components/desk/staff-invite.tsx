'use client'

import type { DeskWords } from '@/messages/words'
import { roles } from '@/newsroom/staff'
import { AnswerLine } from './answer-line'
import { CopyAddress } from './copy-address'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Makes a one-time link for a role, and shows it once. */
export function StaffInvite({ words, action }: { words: DeskWords; action: SimpleAction }) {
  const [state, send, pending] = useSimpleAction(action, words)
  return (
    <form className="line-form" action={send} ref={keepWords}>
      <div className="field">
        <label htmlFor="invite-role">{words.staff.inviteRole}</label>
        <select id="invite-role" name="role" defaultValue="reporter" aria-describedby="invite-answer">
          {roles.map((role) => (
            <option key={role} value={role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton look="ink" pending={pending} waiting={words.staff.inviting}>
        {words.staff.inviteSubmit}
      </SubmitButton>
      <AnswerLine
        state={state.outcome === 'done' ? { outcome: 'done', sentence: words.staff.linkHint } : state}
        id="invite-answer"
      />
      {state.outcome === 'done' && state.address && (
        <div className="slip">
          <CopyAddress key={state.address} address={state.address} label={words.staff.linkLabel} words={words} />
        </div>
      )}
    </form>
  )
}

'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** Brings an older version back; `version` is null where there is none to bring. Stays in the page, so that what came of it is still said. */
export function RestoreForm({
  action,
  words,
  id,
  seenVersion,
  version,
}: {
  action: SimpleAction
  words: DeskWords
  id: number
  seenVersion: number
  version: number | null
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const w = words.versions
  const next = seenVersion + 1
  return (
    <form className="restore" action={send}>
      <AnswerLine state={state} />
      {version !== null && (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seenVersion" value={seenVersion} />
          <input type="hidden" name="version" value={version} />
          <span className="contents" data-key="restore">
            <SubmitButton pending={pending} waiting={w.restoring}>
              {fill(w.restoreOf, { from: version, version: next })}
            </SubmitButton>
          </span>
        </>
      )}
    </form>
  )
}

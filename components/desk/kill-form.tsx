'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { ActSheet } from './act-sheet'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

/** A page of its own, without the frame. Withdrawing a published article: why, what readers will find, and from where it goes. Fields: id, version, reason. */
export function KillForm({
  action,
  words,
  article,
}: {
  action: SimpleAction
  words: DeskWords
  article: { id: number; version: number; headline: string; address: string }
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const [reason, setReason] = useState('')
  const ready = useReady()
  return (
    <ActSheet act="kill" words={words} labels={words.kill} article={article} send={send} pending={pending}>
      <div>
        <div className="field">
          <label htmlFor="kill-reason">{words.kill.reason}</label>
          <textarea
            id="kill-reason"
            name="reason"
            rows={6}
            required
            readOnly={!ready}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder={words.kill.reasonHint}
            aria-describedby="kill-answer"
            aria-invalid={state.outcome === 'refused' || undefined}
          />
        </div>
        <AnswerLine state={state} id="kill-answer" />
      </div>
      <div>
        <p className="label">{words.kill.seen}</p>
        <p className="clip address">{article.address}</p>
        <div className="gone">
          <p className="code">{words.kill.code}</p>
          <h2>{words.kill.notice}</h2>
          <p className={reason.trim() ? undefined : 'q'}>{reason.trim() || words.kill.reasonEmpty}</p>
        </div>
        <p className="label">{words.kill.gone}</p>
        <p>{words.kill.goneFrom}</p>
        <p className="qq">{words.kill.beyond}</p>
      </div>
    </ActSheet>
  )
}

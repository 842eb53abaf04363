'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { ActBar } from './act-bar'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
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
  const back = `/admin/articles/${article.id}`
  return (
    <div className="desk desk-page solo">
      <ActBar back={back} label={words.kill.back} words={words} />
      <main className="kill" id="main">
        <form className="dlg" action={send} ref={keepWords} aria-labelledby="kill-title">
          <input type="hidden" name="id" value={article.id} />
          <input type="hidden" name="version" value={article.version} />
          <header>
            <h1 id="kill-title">{fill(words.kill.title, { headline: article.headline })}</h1>
            <p className="q">{words.kill.lead}</p>
          </header>
          <div className="cols">
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
          </div>
          <footer className="acts2">
            <a className="btn push" href={back}>
              {words.kill.not}
            </a>
            <SubmitButton look="pub" pending={pending} waiting={words.kill.submitting}>
              {words.kill.submit}
            </SubmitButton>
          </footer>
        </form>
      </main>
    </div>
  )
}

'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { longestCorrection } from '@/newsroom/correction'
import { ActSheet } from './act-sheet'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

/** A page of its own, without the frame. Telling readers what was put right in a published article. Fields: id, version, text. */
export function CorrectForm({
  action,
  words,
  article,
}: {
  action: SimpleAction
  words: DeskWords
  article: {
    id: number
    version: number
    headline: string
    address: string
    /** Whether the desk has text that readers have not seen: they get it with the note. */
    ahead: boolean
    /** The notes there are, newest first. `at` is a time as shown. */
    corrections: { at: string; text: string }[]
  }
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const [text, setText] = useState('')
  const ready = useReady()
  const back = `/admin/articles/${article.id}`
  const w = words.correct
  return (
    <ActSheet act="correct" words={words} labels={w} article={article} send={send} pending={pending}>
      <div>
        <div className="field">
          <label htmlFor="correct-text">{w.text}</label>
          <textarea
            id="correct-text"
            name="text"
            rows={6}
            required
            maxLength={2 * longestCorrection}
            readOnly={!ready}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={w.textHint}
            aria-describedby="correct-ahead correct-answer"
            aria-invalid={state.outcome === 'refused' || undefined}
          />
          <span className="qq" id="correct-ahead">
            {article.ahead ? w.ahead : w.level}{' '}
            <a className="word" href={article.ahead ? `${back}/versions` : back}>
              {article.ahead ? w.aheadGo : w.levelGo}
            </a>
          </span>
        </div>
        <AnswerLine state={state} id="correct-answer" />
      </div>
      <div>
        <p className="label">{w.seen}</p>
        <p className="clip address">{article.address}</p>
        <div className="gone">
          <h2>{w.notice}</h2>
          <p className={text.trim() ? undefined : 'q'}>{text.trim() || w.textEmpty}</p>
        </div>
        <p className="label">{w.also}</p>
        <p>{w.alsoIn}</p>
        {article.corrections.length > 0 && (
          <>
            <p className="label">{w.before}</p>
            <ul>
              {article.corrections.map((one) => (
                <li key={one.at + one.text}>
                  <span className="qq">{one.at}</span> {one.text}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="qq">{w.stays}</p>
      </div>
    </ActSheet>
  )
}

'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AnswerLine } from '../answer-line'
import { fill } from '../fill'
import type { SimpleAction, SimpleState } from '../form-state'
import { keepWords } from '../keep-words'
import { SubmitButton } from '../submit-button'
import { useSimpleAction } from '../use-simple-action'
import { FormerName } from './former-name'
import { NameMerge } from './name-merge'
import { SeenName } from './seen-name'
import type { ShownName } from './shown-name'

type Props = {
  words: DeskWords
  list: ShownName
  rename: SimpleAction
  merge: SimpleAction
  separate: SimpleAction
  /** Says what was done where it stays to be read. */
  say: (done: SimpleState) => void
}

/** One list: what it is called, to be changed in place, the names that lead to it, and the way into another. */
export function NameRow({ words, list, say, ...acts }: Props) {
  const w = words.names
  const { noun, id, name, path, address, isShown, formerNames } = list
  const [isAsked, ask] = useState(false)
  const [state, send, pending] = useSimpleAction(saying(acts.rename, say), words)
  const answer = `name-answer-${noun}-${id}`
  return (
    <div className="name">
      <form className="row" action={send} ref={keepWords}>
        <SeenName list={list} />
        <input
          type="text"
          name="name"
          defaultValue={name}
          required
          maxLength={200}
          aria-label={fill(w.nameOf, { name })}
          aria-describedby={answer}
        />
        <SubmitButton look="small" pending={pending} waiting={w.renaming} label={fill(w.renameOf, { name })}>
          {w.rename}
        </SubmitButton>
        <button
          type="button"
          className="btn small bare"
          aria-label={fill(w.mergeOf, { name })}
          aria-expanded={isAsked}
          onClick={() => ask(!isAsked)}
        >
          {w.merge}
        </button>
      </form>
      <div className="leads">
        {isShown ? (
          <a className="word" href={address}>
            {path}
          </a>
        ) : (
          <span className="q">{w.empty}</span>
        )}
        {formerNames.length > 0 && <span className="q">{w.former}</span>}
        {formerNames.map((former) => (
          <FormerName key={former.id} words={words} list={list} former={former} action={saying(acts.separate, say)} />
        ))}
      </div>
      <AnswerLine state={state} id={answer} />
      {isAsked && <NameMerge words={words} list={list} action={saying(acts.merge, say)} leave={() => ask(false)} />}
    </div>
  )
}

function saying(action: SimpleAction, say: (done: SimpleState) => void): SimpleAction {
  return async (before, form) => {
    const after = await action(before, form)
    if (after.outcome === 'done') say(after)
    return after
  }
}

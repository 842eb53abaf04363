'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

/** A new category: its name and the address it will always have. Emptied once it is added. */
export function CategoryAdd({ words, action }: { words: DeskWords; action: SimpleAction }) {
  const [name, setName] = useState('')
  const [slug, setSlug] = useState('')
  const ready = useReady()
  const [state, send, pending] = useSimpleAction(async (before, form) => {
    const after = await action(before, form)
    if (after.outcome === 'done') {
      setName('')
      setSlug('')
    }
    return after
  }, words)
  return (
    <form className="line-form" action={send} ref={keepWords}>
      <div className="field">
        <label htmlFor="new-category-name">{words.categories.name}</label>
        <input
          id="new-category-name"
          type="text"
          name="name"
          required
          readOnly={!ready}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-describedby="category-add-answer"
        />
      </div>
      <div className="field">
        <label htmlFor="new-category-slug">{words.categories.slug}</label>
        <input
          id="new-category-slug"
          type="text"
          name="slug"
          required
          readOnly={!ready}
          autoCapitalize="none"
          spellCheck={false}
          value={slug}
          onChange={(event) => setSlug(event.target.value)}
          aria-describedby="category-add-answer"
        />
      </div>
      <SubmitButton look="ink" pending={pending} waiting={words.categories.adding}>
        {words.categories.add}
      </SubmitButton>
      <AnswerLine state={state} id="category-add-answer" />
    </form>
  )
}

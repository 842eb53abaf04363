'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import { partnerDelays, partnerForms } from '@/newsroom/partner'
import { AnswerLine } from './answer-line'
import { CopyAddress } from './copy-address'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { delayOf } from './partner-delay'
import { SubmitButton } from './submit-button'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

/** Makes a partner's feed, and shows its address once. The name is emptied then: the same partner is not taken on twice. */
export function PartnerAdd({
  words,
  categories,
  action,
}: {
  words: DeskWords
  categories: CategoryName[]
  action: SimpleAction
}) {
  const w = words.partners
  const [name, setName] = useState('')
  const ready = useReady()
  const [state, send, pending] = useSimpleAction(async (before, form) => {
    const after = await action(before, form)
    if (after.outcome === 'done') setName('')
    return after
  }, words)
  return (
    <form className="line-form" action={send} ref={keepWords}>
      <div className="field">
        <label htmlFor="partner-name">{w.name}</label>
        <input
          id="partner-name"
          type="text"
          name="name"
          required
          readOnly={!ready}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-describedby="partner-answer"
        />
      </div>
      <div className="field">
        <label htmlFor="partner-form">{w.form}</label>
        <select id="partner-form" name="form" defaultValue="full">
          {partnerForms.map((form) => (
            <option key={form} value={form}>
              {w.forms[form]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="partner-delay">{w.delay}</label>
        <select id="partner-delay" name="delayMinutes" defaultValue="0">
          {partnerDelays.map((minutes) => (
            <option key={minutes} value={minutes}>
              {delayOf(Number(minutes), words)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choices">
        <legend>{w.choose}</legend>
        {categories.map(({ slug, name }) => (
          <label key={slug}>
            <input type="checkbox" name="categories" value={slug} /> {name}
          </label>
        ))}
      </fieldset>
      <SubmitButton look="ink" pending={pending} waiting={w.making}>
        {w.make}
      </SubmitButton>
      <AnswerLine state={state} id="partner-answer" />
      {state.outcome === 'done' && state.address && (
        <div className="slip">
          <CopyAddress key={state.address} address={state.address} label={w.address} words={words} />
          <p className="qq">{w.otherFormats}</p>
        </div>
      )}
    </form>
  )
}

'use client'

import type { DeskWords } from '@/messages/words'
import type { FormerName as Former } from '@/newsroom/named-list'
import { AnswerLine } from '../answer-line'
import { fill } from '../fill'
import type { SimpleAction } from '../form-state'
import { SubmitButton } from '../submit-button'
import { useSimpleAction } from '../use-simple-action'
import { SeenName } from './seen-name'
import type { ShownName } from './shown-name'

/** A name that leads to a list besides its own; one that articles say can be parted from it. */
export function FormerName({
  words,
  list,
  former: { name, isShown },
  action,
}: {
  words: DeskWords
  list: ShownName
  former: Former
  action: SimpleAction
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  if (!isShown) return <span className="former">{name}</span>
  return (
    <form className="former" action={send}>
      <SeenName list={list} />
      <input type="hidden" name="name" value={name} />
      {name}
      <SubmitButton look="small bare" pending={pending} label={fill(words.names.separateOf, { name })}>
        {words.names.separate}
      </SubmitButton>
      <AnswerLine state={state} />
    </form>
  )
}

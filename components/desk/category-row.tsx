'use client'

import type { DeskWords } from '@/messages/words'
import { AnswerLine } from './answer-line'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'
import { useSimpleAction } from './use-simple-action'

/** `rank` is empty for a category that nobody put in a place. */
export type CategoryFacts = { slug: string; name: string; description: string; rank: number | null; count: number }

/** One category, editable in place. */
export function CategoryRow({
  category,
  words,
  action,
}: {
  category: CategoryFacts
  words: DeskWords
  action: SimpleAction
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const { slug, name, description, rank, count } = category
  const answer = `category-answer-${slug}`
  return (
    <form className="cat" action={send} ref={keepWords}>
      <input type="hidden" name="slug" value={slug} />
      <input
        type="text"
        name="name"
        defaultValue={name}
        required
        aria-label={fill(words.categories.nameOf, { name })}
        aria-describedby={answer}
      />
      <a className="word" href={`/category/${slug}.html`}>
        {slug}
      </a>
      <input
        type="text"
        name="description"
        defaultValue={description}
        placeholder={words.categories.descriptionNone}
        aria-label={fill(words.categories.descriptionOf, { name })}
        aria-describedby={answer}
      />
      <input
        type="number"
        name="rank"
        defaultValue={rank ?? ''}
        inputMode="numeric"
        aria-label={fill(words.categories.rankOf, { name })}
        aria-describedby={answer}
      />
      <span className="count">{count}</span>
      <SubmitButton
        look="small"
        pending={pending}
        waiting={words.categories.saving}
        label={fill(words.categories.saveOf, { name })}
      >
        {words.categories.save}
      </SubmitButton>
      <AnswerLine state={state} id={answer} />
    </form>
  )
}

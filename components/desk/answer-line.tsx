import type { SimpleState } from './form-state'

/** What came of a form, said where it was asked; always in the page, so that screen readers hear it change. */
export function AnswerLine({ state, id }: { state: SimpleState; id?: string }) {
  return (
    <p className={state.outcome === 'refused' ? 'answer refuse' : 'answer'} role="status" id={id}>
      {state.outcome === 'done' && <span className="ok">{state.sentence}</span>}
      {state.outcome === 'refused' && state.sentence}
    </p>
  )
}

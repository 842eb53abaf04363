import type { ReactNode } from 'react'
import type { DeskWords } from '@/messages/words'
import { ActBar } from './act-bar'
import { fill } from './fill'
import { keepWords } from './keep-words'
import { SubmitButton } from './submit-button'

type Labels = { back: string; title: string; lead: string; not: string; submit: string; submitting: string }

/**
 * A page of its own, without the frame, on which somebody decides about a published article: what the act is, its fields and what becomes of it
 * beside them, the way back and the act itself. Fields: id and version, and those of the act.
 */
export function ActSheet({
  act,
  words,
  labels,
  article,
  send,
  pending,
  look = 'pub',
  noValidate = false,
  wayBack = labels.not,
  children,
}: {
  act: 'kill' | 'correct' | 'move'
  words: DeskWords
  labels: Labels
  article: { id: number; version: number; headline: string }
  send: (form: FormData) => void
  pending: boolean
  look?: string
  /** The server says what is wrong, at its field. */
  noValidate?: boolean
  /** What the way back is called at the end. */
  wayBack?: string
  /** Two columns. */
  children: ReactNode
}) {
  const back = `/admin/articles/${article.id}`
  const titleId = `${act}-title`
  return (
    <div className="desk desk-page solo">
      <ActBar back={back} label={labels.back} words={words} />
      <main className="decide" id="main">
        <form className={`dlg ${act}`} action={send} ref={keepWords} noValidate={noValidate} aria-labelledby={titleId}>
          <input type="hidden" name="id" value={article.id} />
          <input type="hidden" name="version" value={article.version} />
          <header>
            <h1 id={titleId}>{fill(labels.title, { headline: article.headline })}</h1>
            <p className="q">{labels.lead}</p>
          </header>
          <div className="cols">{children}</div>
          <footer className="acts2">
            <a className="btn push" href={back}>
              {wayBack}
            </a>
            <SubmitButton look={look} pending={pending} waiting={labels.submitting}>
              {labels.submit}
            </SubmitButton>
          </footer>
        </form>
      </main>
    </div>
  )
}

'use client'

import type { RefObject } from 'react'
import type { DeskWords } from '@/messages/words'
import { fill } from './fill'
import { SaveLine } from './save-line'
import { StatusMark } from './status-mark'
import { useCommandKey } from './use-command-key'
import type { ArticleSave } from './use-article-save'

type Press = RefObject<HTMLButtonElement | null>

/** Where I am, what is saved, and what comes next. The first button in the form saves, so Enter in a field does too. */
export function ArticleBar({
  save,
  words,
  others,
  ready,
  fixed,
  mayPublish,
  goToConflict,
  saveButton,
  publishButton,
}: {
  save: ArticleSave
  words: DeskWords
  /** Who else has it open. */
  others: string[]
  ready: boolean
  fixed: boolean
  mayPublish: boolean
  /** To where somebody else's version waits to be put together with this one. */
  goToConflict: () => void
  saveButton: Press
  publishButton: Press
}) {
  const w = words.editor
  const { desk, dirty } = save
  const command = useCommandKey()
  const published = desk.status === 'published'
  // Nothing is saved over somebody else's version: the two are put together first.
  const waits = save.conflict !== null || undefined
  return (
    <header className="bar">
      <a className="btn bare" href="/admin/articles">
        {w.back}
      </a>
      <span className="sep" />
      <h1 className="sr">{save.copy.headline || w.fresh}</h1>
      <StatusMark status={desk.status} words={words} />
      {published && desk.ahead && <span className="qq hide-s">{w.ahead}</span>}
      <span className="sep hide-s" />
      <SaveLine save={save} words={words} />
      {save.conflict && (
        <button type="button" className="btn small" onClick={goToConflict}>
          {words.stale.go}
        </button>
      )}
      {others.map((name) => (
        <span key={name} className="who hide-s" data-i={[...name][0]}>
          {fill(w.alsoHere, { name })}
        </span>
      ))}
      <span className="dock">
        {desk.id !== null && (
          <a className="btn bare" href={`/admin/articles/${desk.id}/preview`}>
            {w.preview}
          </a>
        )}
        {desk.id !== null && (
          <a className="btn bare" href={`/admin/articles/${desk.id}/versions`}>
            {w.versions}
          </a>
        )}
        {!fixed && (
          <button
            ref={saveButton}
            type="submit"
            name="act"
            value="save"
            className={mayPublish ? 'btn' : 'btn ink'}
            disabled={!ready}
            aria-disabled={waits}
          >
            {w.save}{' '}
            <span aria-hidden="true">
              <kbd>{command}S</kbd>
            </span>
          </button>
        )}
        {!fixed && mayPublish && (
          <button
            ref={publishButton}
            type="submit"
            name="act"
            value="publish"
            className={published && !desk.ahead && !dirty ? 'btn quiet' : 'btn pub'}
            disabled={!ready}
            aria-disabled={waits}
          >
            {published ? w.publishAgain : w.publish}{' '}
            <span aria-hidden="true">
              <kbd>{command}⏎</kbd>
            </span>
          </button>
        )}
      </span>
    </header>
  )
}

'use client'

import type { KeyboardEvent } from 'react'
import type { DeskWords } from '@/messages/words'
import { countCharacters, readingMinutes } from './count-words'
import { fill } from './fill'
import type { CopyFields } from '@/newsroom/copy-fields'
import type { Look } from './use-look'

/** Under the text: writing or looking, and how long it is. */
export function ArticleFoot({
  words,
  copy,
  look,
  ready,
}: {
  words: DeskWords
  copy: CopyFields
  look: Look
  ready: boolean
}) {
  const w = words.editor
  const length = countCharacters(copy.body)

  function turn(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    if (look.shown) look.write()
    else look.lookAt(copy.body)
    document.getElementById(look.shown ? 'tab-write' : 'tab-look')?.focus()
  }

  return (
    <div className="foot">
      <div role="tablist" aria-label={w.tabs} onKeyDown={turn}>
        <button
          type="button"
          role="tab"
          className="tool"
          id="tab-write"
          disabled={!ready}
          aria-controls="panel-write"
          aria-selected={!look.shown}
          tabIndex={look.shown ? -1 : 0}
          onClick={look.write}
        >
          {w.write}
        </button>
        <button
          type="button"
          role="tab"
          className="tool"
          id="tab-look"
          disabled={!ready}
          aria-controls="panel-look"
          aria-selected={look.shown}
          tabIndex={look.shown ? 0 : -1}
          onClick={() => look.lookAt(copy.body)}
        >
          {w.look}
        </button>
      </div>
      <span className="push">
        {fill(w.bodyCount, { count: length.toLocaleString('en') })}
        {length > 0 && <> · {fill(w.minutes, { minutes: readingMinutes(length) })}</>}
        {' · '}
        {fill(w.headlineCount, { count: countCharacters(copy.headline) })}
      </span>
    </div>
  )
}

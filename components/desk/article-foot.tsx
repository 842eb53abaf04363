'use client'

import type { KeyboardEvent } from 'react'
import type { DeskWords } from '@/messages/words'
import type { BodyFormat } from '@/newsroom/copy'
import { countCharacters, readingMinutes } from './count-words'
import { fill } from './fill'
import { shownText } from './shown-text'
import type { CopyFields } from '@/newsroom/copy-fields'
import type { BodyView, Look } from './use-look'

const views: BodyView[] = ['write', 'source', 'look']

/** Under the text: how it is shown, what can be done to it, and how long it is. */
export function ArticleFoot({
  words,
  copy,
  format,
  look,
  ready,
  tools,
}: {
  words: DeskWords
  copy: CopyFields
  format: BodyFormat
  look: Look
  ready: boolean
  /** Told the place for the toolbar. */
  tools: (place: Element | null) => void
}) {
  const w = words.editor
  const length = countCharacters(shownText(copy.body, format))
  const show: Record<BodyView, () => void> = {
    write: look.write,
    source: look.writeSource,
    look: () => look.lookAt(copy.body, format),
  }

  function turn(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    const next = views[(views.indexOf(look.view) + step + views.length) % views.length]
    if (!next) return
    show[next]()
    document.getElementById(`tab-${next}`)?.focus()
  }

  return (
    <div className="foot">
      <div role="tablist" aria-label={w.tabs} onKeyDown={turn}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            role="tab"
            className="tool"
            id={`tab-${view}`}
            disabled={!ready}
            aria-controls={`panel-${view}`}
            aria-selected={look.view === view}
            tabIndex={look.view === view ? 0 : -1}
            onClick={show[view]}
          >
            {w[view]}
          </button>
        ))}
      </div>
      <div className="tools-place" ref={tools} />
      <span className="push">
        {fill(w.bodyCount, { count: length.toLocaleString('en') })}
        {length > 0 && <> · {fill(w.minutes, { minutes: readingMinutes(length) })}</>}
        {' · '}
        {fill(w.headlineCount, { count: countCharacters(copy.headline) })}
      </span>
    </div>
  )
}

'use client'

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { CopyFields } from '@/newsroom/copy-fields'
import { type ConflictPlace, copyOfPlaces, formatOfBoth, mergePlaces } from '@/newsroom/merge-places'
import { type Choice, choiceOf, chosenValue } from './choice'
import { ConflictRow } from './conflict-row'
import { copyLabels, fieldText } from './copy-labels'
import { fill } from './fill'
import { isTyping } from './is-typing'
import { MergedRow } from './merged-row'
import type { Conflict } from './saving/writing'
import { useCommandKey } from './use-command-key'
import { useLetterKeys } from './use-letter-keys'

/**
 * Somebody saved first: theirs, mine, and what the two together will be, place by place. What only one of them changed is put together already.
 * The form goes on holding what is typed; nothing is chosen for anybody.
 */
export function ConflictPanel({
  words,
  conflict,
  copy,
  categories,
  mineName,
  resolve,
  keepApart,
  panel,
  mergeButton,
}: {
  words: DeskWords
  conflict: Conflict
  copy: CopyFields
  categories: CategoryName[]
  /** What mine is called. */
  mineName: string
  resolve: (copy: CopyFields) => void
  keepApart: () => void
  panel: RefObject<HTMLElement | null>
  mergeButton: RefObject<HTMLButtonElement | null>
}) {
  const { by, sentence, base, theirs, theirVersion } = conflict
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [showsBase, setShowsBase] = useState(true)
  const [now, setNow] = useState<string | null>(null)
  const rows = useRef<HTMLDivElement>(null)
  const command = useCommandKey()
  const sides = { theirs, mine: copy }
  const places = useMemo(() => mergePlaces({ base, theirs, mine: copy }), [base, theirs, copy])
  const format = formatOfBoth(sides)
  const conflicts = places.filter((place): place is ConflictPlace => place.is === 'conflict')
  const chosen = (place: ConflictPlace) => choiceOf(choices.get(place.key), place)
  const open = conflicts.filter((place) => !chosen(place))
  const current = conflicts.find(({ key }) => key === now) ?? open[0] ?? conflicts[0]
  const merged = places.filter(({ is }) => is !== 'conflict' && is !== 'same').length
  const w = words.stale
  const labels = copyLabels(words)

  useEffect(() => {
    // Whoever is in the middle of a sentence finishes it: what they type must not choose.
    if (isTyping(document.activeElement)) return
    panel.current?.focus()
    panel.current?.scrollIntoView({ block: 'start' })
  }, [panel])
  useLetterKeys({ n: goOn, 1: () => takeNow('theirs'), 2: () => takeNow('mine'), 3: () => takeNow('both') })

  function choose(place: ConflictPlace, choice: Choice) {
    setNow(place.key)
    setChoices((before) => new Map(before).set(place.key, choice))
  }

  function takeNow(take: 'theirs' | 'mine' | 'both') {
    if (!current || !takesOf(current).includes(take)) return
    const { theirs, mine } = current
    choose(current, { theirs, mine, take })
    show(current)
  }

  /** To the next place that is open, or to the next one where none is. */
  function goOn() {
    const at = conflicts.findIndex(({ key }) => key === now)
    const after = [...conflicts.slice(at + 1), ...conflicts.slice(0, at + 1)]
    const next = after.find((place) => open.includes(place)) ?? after[0]
    if (!next) return
    setNow(next.key)
    show(next)
  }

  function show({ key }: ConflictPlace) {
    const row = rows.current?.querySelector<HTMLElement>(`[data-place="${key}"]`)
    if (!row?.contains(document.activeElement)) row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }

  function submit() {
    if (open.length > 0) return goOn()
    const choose = (place: ConflictPlace) => {
      const choice = chosen(place)
      return choice ? chosenValue(choice, format) : place.mine
    }
    resolve(copyOfPlaces(places, sides, choose))
  }

  return (
    <section className="stale" ref={panel} tabIndex={-1} aria-labelledby="stale-title">
      <header>
        <h2 id="stale-title">{fill(w.title, { by })}</h2>
        <p>{sentence}</p>
        <p className="q">{w.lead}</p>
        <label className="choice">
          <input type="checkbox" checked={showsBase} onChange={(event) => setShowsBase(event.target.checked)} />
          {w.showBase}
        </label>
      </header>
      <div className={showsBase ? 'merge' : 'merge baseless'} ref={rows}>
        <div className="mrow mhead">
          <span className="name" />
          <strong className="theirs">{fill(w.theirs, { by, version: theirVersion })}</strong>
          <strong className="mine">{mineName}</strong>
          <strong className="res">{fill(w.result, { version: theirVersion + 1 })}</strong>
        </div>
        {places.map((place) => {
          const text = (value: string | boolean) => fieldText(place.field, value, { words, categories })
          if (place.is !== 'conflict')
            return <MergedRow key={place.key} place={place} label={labels[place.field]} words={words} text={text} />
          return (
            <ConflictRow
              key={place.key}
              place={place}
              format={format}
              label={nameOf(place)}
              words={words}
              text={text}
              takes={takesOf(place)}
              choice={chosen(place)}
              choose={(choice) => choose(place, choice)}
              isNow={place === current}
              onFocus={() => setNow(place.key)}
            />
          )
        })}
      </div>
      <footer>
        {open.length > 0 && <span className="kind">{fill(w.left, { count: open.length })}</span>}
        <span className="said" role="status">
          {merged > 0 && fill(w.merged, { count: merged })}
          {fill(open.length > 0 ? w.state : w.ready, {
            chosen: conflicts.length - open.length,
            left: open.length,
          })}
        </span>
        <button type="button" className="btn push" onClick={goOn}>
          {w.next}{' '}
          <span aria-hidden="true">
            <kbd>N</kbd>
          </span>
        </button>
        <button type="button" className="btn" onClick={keepApart}>
          {w.keepApart}
        </button>
        <button
          type="button"
          className="btn ink"
          ref={mergeButton}
          aria-disabled={open.length > 0 || undefined}
          onClick={submit}
        >
          {fill(w.submit, { version: theirVersion + 1 })}{' '}
          <span aria-hidden="true">
            <kbd>{command}⏎</kbd>
          </span>
        </button>
      </footer>
    </section>
  )

  function nameOf(place: ConflictPlace): string {
    if (place.field !== 'body') return labels[place.field]
    const ofBody = conflicts.filter(({ field }) => field === 'body')
    return fill(w.paragraph, { count: ofBody.indexOf(place) + 1 })
  }
}

/** Something may be written in the place of words, and paragraphs may stand one after the other. */
function takesOf({ field, mine }: ConflictPlace): readonly Choice['take'][] {
  if (field === 'body') return ['theirs', 'mine', 'both', 'own']
  return typeof mine === 'string' && field !== 'category' && field !== 'kind'
    ? ['theirs', 'mine', 'own']
    : ['theirs', 'mine']
}

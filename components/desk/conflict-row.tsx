'use client'

import { useEffect, useRef } from 'react'
import type { DeskWords } from '@/messages/words'
import type { BodyFormat } from '@/newsroom/copy'
import type { ConflictPlace } from '@/newsroom/merge-places'
import { wordDifference } from '@/newsroom/word-difference'
import { type Choice, chosenValue } from './choice'
import { GrowingText } from './growing-text'
import { MarkedText } from './marked-text'

type Take = Choice['take']

const shownKeys: Partial<Record<Take, string>> = { theirs: '1', mine: '2', both: '3' }

/**
 * One place that two people changed: what stood there, theirs, mine, and beside them what will stand. Nothing is chosen before a person chooses,
 * and what was chosen may be written over by hand.
 */
export function ConflictRow({
  place,
  format,
  label,
  words,
  text,
  takes,
  choice,
  choose,
  isNow,
  onFocus,
}: {
  place: ConflictPlace
  /** Of the body that both sides would stand in. */
  format: BodyFormat
  label: string
  words: DeskWords
  /** A value in words a person reads. */
  text: (value: string | boolean) => string
  /** What can be chosen of such a place. */
  takes: readonly Take[]
  choice: Choice | undefined
  choose: (choice: Choice) => void
  /** Keys choose of this one. */
  isNow: boolean
  onFocus: () => void
}) {
  const row = useRef<HTMLFieldSetElement>(null)
  const w = words.stale
  const { key, base, theirs, mine } = place
  const names = { theirs: w.useTheirs, mine: w.useMine, both: w.both, own: w.own }
  useFocusInRow(row, choice?.take)

  function take(what: Take) {
    const of = { theirs, mine }
    if (what !== 'own') choose({ ...of, take: what })
    else choose({ ...of, take: what, text: String(choice ? chosenValue(choice, format) : mine).trim() })
  }
  const button = (what: Take, name: string, shownKey?: string) => (
    <button key={what} type="button" className="btn small" onClick={() => take(what)}>
      {name}
      {shownKey && (
        <span aria-hidden="true">
          <kbd>{shownKey}</kbd>
        </span>
      )}
    </button>
  )
  const side = (what: 'theirs' | 'mine') => (
    <div className={choice && choice.take !== what && choice.take !== 'both' ? `${what} left-out` : what}>
      <label className="take">
        <input
          type="radio"
          name={`take-${key}`}
          checked={choice?.take === what}
          onChange={() => take(what)}
          aria-label={`${label} ${names[what]}`}
        />
        {names[what]}
      </label>
      <p className="text">
        <MarkedText stretches={wordDifference(text(base).trim(), text(place[what]).trim())} words={words} />
      </p>
    </div>
  )
  return (
    <fieldset className="mrow" ref={row} tabIndex={-1} data-place={key} data-now={isNow || undefined} onFocus={onFocus}>
      <legend>{label}</legend>
      <p className="was">
        <span>{w.base}</span> {text(base).trim() || w.empty}
      </p>
      {side('theirs')}
      {side('mine')}
      <div className="res">
        {choice ? (
          <>
            <div className="pickline">
              <span>{w.taken[choice.take]}</span>
              <span className="row push">
                {takes.includes('both') && choice.take !== 'both' && button('both', w.both)}
                {takes.includes('own') && choice.take !== 'own' && button('own', w.change)}
              </span>
            </div>
            {choice.take === 'own' ? (
              <GrowingText
                className="text own"
                aria-label={`${label} ${w.own}`}
                value={choice.text}
                onChange={(event) => choose({ theirs, mine, take: 'own', text: event.target.value })}
              />
            ) : (
              <p className="text">
                {text(chosenValue(choice, format)).trim() || <span className="qq">{w.empty}</span>}
              </p>
            )}
          </>
        ) : (
          <div className="todo">
            <p>{w.todo}</p>
            {hasQuotation(place) && <p>{w.todoQuote}</p>}
            <div className="row">{takes.map((what) => button(what, names[what], shownKeys[what]))}</div>
          </div>
        )}
      </div>
    </fieldset>
  )
}

/** The button that was pressed goes with the question it answered: who works by keys stays in the row. */
function useFocusInRow(row: { current: HTMLElement | null }, take: Take | undefined) {
  useEffect(() => {
    if (take === 'own') row.current?.querySelector('textarea')?.focus()
    else if (take && document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('input:checked, .res button')?.focus()
  }, [row, take])
}

function hasQuotation({ theirs, mine }: ConflictPlace): boolean {
  return /[“”「」『』]/.test(`${theirs}${mine}`)
}

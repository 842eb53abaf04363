'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import { fill } from './fill'
import type { CopyFields } from '@/newsroom/copy-fields'
import { copyLabels, fieldsThatDiffer, fieldText } from './stale-fields'
import { StaleRow } from './stale-row'
import type { Stale } from './use-article-save'

/**
 * Someone saved first: every field that differs, both sides of it, and which one will stand. The form keeps what was typed;
 * choosing theirs puts their words into the form, choosing mine puts mine back.
 */
export function StalePanel({
  words,
  stale,
  copy,
  change,
  categories,
  acceptVersion,
  staffName,
}: {
  words: DeskWords
  stale: Stale
  copy: CopyFields
  change: (part: Partial<CopyFields>) => void
  categories: CategoryName[]
  acceptVersion: (version: number) => void
  staffName: string
}) {
  const { theirs, theirVersion } = stale
  const [mine, setMine] = useState(copy)
  const [rows] = useState(() => fieldsThatDiffer(theirs, copy))
  const [taken, setTaken] = useState<ReadonlySet<keyof CopyFields>>(new Set())
  const panel = useRef<HTMLElement>(null)
  const w = words.stale
  const labels = copyLabels(words)

  useEffect(() => {
    panel.current?.focus()
    panel.current?.scrollIntoView({ block: 'start' })
  }, [])

  function takeTheirs(field: keyof CopyFields) {
    setMine((before) => ({ ...before, [field]: copy[field] }))
    setTaken((before) => new Set([...before, field]))
    change({ [field]: theirs[field] })
  }

  function takeMine(field: keyof CopyFields) {
    setTaken((before) => new Set([...before].filter((each) => each !== field)))
    change({ [field]: mine[field] })
  }

  return (
    <section className="stale" ref={panel} tabIndex={-1} aria-labelledby="stale-title">
      <header>
        <h2 id="stale-title">{w.title}</h2>
        <p>{stale.sentence}</p>
        <p className="q">{rows.length > 0 ? w.lead : w.equal}</p>
      </header>
      {rows.length > 0 && (
        <div className="merge">
          <div className="mrow mhead" aria-hidden="true">
            <span />
            <strong>{fill(w.theirs, { version: theirVersion })}</strong>
            <strong>{fill(w.mine, { name: staffName })}</strong>
          </div>
          {rows.map((field) => (
            <StaleRow
              key={field}
              field={field}
              label={labels[field]}
              words={words}
              taken={taken.has(field)}
              theirs={fieldText(theirs, field, words, categories)}
              mine={fieldText(taken.has(field) ? mine : copy, field, words, categories)}
              takeTheirs={() => takeTheirs(field)}
              takeMine={() => takeMine(field)}
            />
          ))}
        </div>
      )}
      <footer>
        <button
          type="submit"
          name="act"
          value="save"
          className="btn ink"
          onClick={() => flushSync(() => acceptVersion(theirVersion))}
        >
          {taken.size > 0 ? w.saveChosen : w.saveMine}
        </button>
      </footer>
    </section>
  )
}

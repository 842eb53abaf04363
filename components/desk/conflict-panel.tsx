'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { BodyFormat } from '@/newsroom/copy'
import type { CopyFields } from '@/newsroom/copy-fields'
import { joinParts } from '@/newsroom/merge-body'
import { mergeFields } from '@/newsroom/merge-fields'
import { type Choice, ConflictRow } from './conflict-row'
import { copyLabels, fieldText } from './copy-labels'
import { fill } from './fill'
import type { Conflict } from './saving/writing'

/**
 * Somebody saved first: what both changed, three ways, and which will stand. What only one of them changed is put together already. The form
 * goes on holding what is typed; nothing is chosen for anybody.
 */
export function ConflictPanel({
  words,
  conflict,
  copy,
  format,
  categories,
  staffName,
  resolve,
}: {
  words: DeskWords
  conflict: Conflict
  copy: CopyFields
  format: BodyFormat
  categories: CategoryName[]
  staffName: string
  resolve: (copy: CopyFields) => void
}) {
  const { by, sentence, base, theirs, theirVersion } = conflict
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const panel = useRef<HTMLElement>(null)
  const merge = useMemo(() => mergeFields({ base, theirs, mine: copy }, format), [base, theirs, copy, format])
  const w = words.stale
  const labels = copyLabels(words)

  useEffect(() => {
    panel.current?.focus()
    panel.current?.scrollIntoView({ block: 'start' })
  }, [])

  const rows = merge.conflicts.flatMap((one) => {
    if (one.field !== 'body') {
      const text = (value: string | boolean) => fieldText(one.field, value, { words, categories })
      return [
        {
          key: one.field as string,
          label: labels[one.field],
          base: text(one.base),
          theirs: text(one.theirs),
          mine: text(one.mine),
          isText: typeof one.mine === 'string' && !['category', 'kind'].includes(one.field),
          isBody: false,
        },
      ]
    }
    return one.parts.flatMap((part, index) =>
      part.is === 'conflict' ? [{ ...part, key: `body ${index}`, label: '', isText: true, isBody: true }] : [],
    )
  })
  const paragraphs = rows.filter(({ isBody }) => isBody)
  const open = rows.filter(({ key, base, theirs, mine }) => !isOf(choices.get(key), { base, theirs, mine }))

  function submit() {
    const chosen: CopyFields = { ...merge.copy }
    for (const one of merge.conflicts) {
      if (one.field === 'body')
        chosen.body = joinParts(one.parts, format, (part, index) => textOf(choices.get(`body ${index}`), part))
      else {
        const choice = choices.get(one.field)
        const value = choice?.take === 'theirs' ? one.theirs : choice?.take === 'own' ? choice.text : one.mine
        Object.assign(chosen, { [one.field]: value })
      }
    }
    resolve(chosen)
  }

  return (
    <section className="stale" ref={panel} tabIndex={-1} aria-labelledby="stale-title">
      <header>
        <h2 id="stale-title">{fill(w.title, { by })}</h2>
        <p>{sentence}</p>
        <p className="q">{w.lead}</p>
        {merge.taken.length > 0 && (
          <p className="q">{fill(w.mergedBy, { by, fields: merge.taken.map((field) => labels[field]).join('、') })}</p>
        )}
      </header>
      <div className="merge">
        <div className="mrow mhead" aria-hidden="true">
          <span />
          <strong>{fill(w.theirs, { version: theirVersion })}</strong>
          <strong>{fill(w.mine, { name: staffName })}</strong>
        </div>
        {rows.map(({ key, label, ...row }) => (
          <ConflictRow
            key={key}
            {...row}
            name={key}
            label={label || fill(w.paragraph, { count: paragraphs.findIndex((one) => one.key === key) + 1 })}
            words={words}
            choice={choices.get(key)}
            choose={(choice) => setChoices((before) => new Map(before).set(key, choice))}
          />
        ))}
      </div>
      <footer>
        <button type="button" className="btn ink" disabled={open.length > 0} onClick={submit}>
          {fill(w.submit, { version: theirVersion + 1 })}
        </button>
      </footer>
    </section>
  )
}

type Sides = { base: string; theirs: string; mine: string }

/** A choice that was made of these very words: what was typed since is chosen anew. */
function isOf(choice: Choice | undefined, sides: Sides): choice is Choice {
  return (
    choice !== undefined && choice.theirs === sides.theirs && (choice.take === 'theirs' || choice.mine === sides.mine)
  )
}

function textOf(choice: Choice | undefined, { theirs, mine }: Sides): string {
  if (choice?.take === 'theirs') return theirs
  if (choice?.take === 'both') return `${theirs.trimEnd()}\n\n${mine}`
  return choice?.take === 'own' ? choice.text : mine
}

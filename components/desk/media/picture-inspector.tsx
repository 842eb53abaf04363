'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { longestNotes } from '@/newsroom/library-picture'
import { reach } from '../reach'
import { useReady } from '../use-ready'
import { FocusField } from './focus-field'
import { PictureUsed } from './picture-used'
import type { Annotated, GivenNotes, LibraryActs, ShownPicture } from './shown-picture'

type Said = { sentence: string; isRefusal: boolean; theirs?: ShownPicture }

/** One picture: looked at, said what it is, and where it stands. What was typed is saved when one goes on to another. */
export function PictureInspector({
  picture,
  words,
  acts,
  altField,
  changed,
  removed,
}: {
  picture: ShownPicture
  words: DeskWords
  acts: LibraryActs
  altField: RefObject<HTMLTextAreaElement | null>
  /** Told what the server has, and a sentence where it refused what was left behind. */
  changed: (picture: ShownPicture | null, refused: string | null) => void
  removed: (picture: ShownPicture, sentence: string) => void
}) {
  const w = words.media
  const ready = useReady()
  const [notes, setNotes] = useState<GivenNotes>(() => notesOf(picture))
  const [said, setSaid] = useState<Said | null>(null)
  const [saving, setSaving] = useState(false)
  const basis = useRef(picture)
  const underWay = useRef<Promise<Annotated> | null>(null)
  const still = !ready || !picture.mayChange
  const dirty = !isSame(notes, notesOf(picture))
  const change = (part: Partial<GivenNotes>) => setNotes((now) => ({ ...now, ...part }))

  async function save() {
    if (saving || !dirty) return
    setSaving(true)
    underWay.current = send(notes)
    const answer = await underWay.current
    underWay.current = null
    setSaving(false)
    setSaid(sayingOf(answer))
    if (answer.outcome === 'refused') return
    basis.current = answer.picture
    if (answer.outcome === 'saved') setNotes((now) => (isSame(now, notes) ? notesOf(answer.picture) : now))
    changed(answer.picture, null)
  }

  function send(given: GivenNotes): Promise<Annotated> {
    const { id, version } = basis.current
    return reach<Annotated>(() => acts.save({ id, version }, given), { outcome: 'refused', sentence: words.unreached })
  }

  // Whoever goes on to another picture has said what they wanted to.
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      if (!dirty || still) return
      void last().then((answer) =>
        changed(
          answer.outcome === 'saved' ? answer.picture : null,
          answer.outcome === 'saved' ? null : `${picture.name}：${answer.sentence}`,
        ),
      )
    }

    /** What was typed while a save was under way is based on what comes of that one; where it was refused, nobody has seen why. */
    async function last(): Promise<Annotated> {
      const before = await underWay.current
      return before && before.outcome !== 'saved' ? before : send(notes)
    }
  })
  useEffect(() => () => leave.current(), [])
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])

  const text = (field: 'caption' | 'credit' | 'licence', hint?: string) => (
    <div className="field">
      <label htmlFor={`picture-${field}`}>{w[field]}</label>
      <input
        id={`picture-${field}`}
        type="text"
        autoComplete="off"
        maxLength={longestNotes[field] * 2}
        placeholder={hint}
        readOnly={still}
        value={notes[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </div>
  )

  return (
    <>
      <div className="head">
        <h2 className="clip">{picture.name}</h2>
        {picture.fileName !== picture.name && <span className="qq push clip">{picture.fileName}</span>}
      </div>
      <form
        className="form"
        aria-label={picture.name}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FocusField
          picture={picture}
          focus={notes.focus}
          words={words}
          still={still}
          change={(focus) => change({ focus })}
        />
        {!picture.mayChange && <p className="say">{w.notYours}</p>}
        {text('caption')}
        <div className="field">
          <label htmlFor="picture-alt">
            {w.alt} <span className="qq">{w.altNote}</span>
          </label>
          <textarea
            id="picture-alt"
            ref={altField}
            rows={2}
            readOnly={still}
            value={notes.alt}
            onChange={(event) => change({ alt: event.target.value })}
          />
        </div>
        <label className="choice">
          <input
            type="checkbox"
            disabled={still}
            checked={notes.decorative}
            onChange={(event) => change({ decorative: event.target.checked })}
          />
          <span>{w.decorative}</span>
        </label>
        {text('credit', w.creditHint)}
        {text('licence', w.licenceHint)}
        <div className="field">
          <label htmlFor="picture-end">{w.licenceEnd}</label>
          <input
            id="picture-end"
            type="date"
            readOnly={still}
            value={notes.licenceEnd}
            onChange={(event) => change({ licenceEnd: event.target.value })}
          />
        </div>
        {picture.mayChange && (
          <button type="submit" className="btn ink" disabled={!ready} aria-disabled={saving || !dirty || undefined}>
            {saving ? w.saving : w.save}
          </button>
        )}
        <div role="status">
          {said && <p className={said.isRefusal ? 'refuse' : 'ok'}>{said.sentence}</p>}
          {said?.theirs && <Theirs theirs={said.theirs} mine={notes} words={words} />}
        </div>
        <PictureUsed
          key={picture.id}
          picture={picture}
          words={words}
          acts={acts}
          removed={(sentence) => {
            leave.current = () => {}
            removed(picture, sentence)
          }}
        />
      </form>
    </>
  )
}

function sayingOf(answer: Annotated): Said {
  const { sentence } = answer
  if (answer.outcome === 'stale') return { sentence, isRefusal: true, theirs: answer.picture }
  return { sentence, isRefusal: answer.outcome === 'refused' }
}

/** What somebody else has said meanwhile, where it is not what stands in the fields. */
function Theirs({ theirs, mine, words: { media: w } }: { theirs: ShownPicture; mine: GivenNotes; words: DeskWords }) {
  const fields = ['caption', 'alt', 'credit', 'licence', 'licenceEnd'] as const
  return (
    <ul className="theirs">
      {fields
        .filter((field) => theirs[field] !== mine[field])
        .map((field) => (
          <li key={field}>
            {w[field]}：{theirs[field] || '—'}
          </li>
        ))}
    </ul>
  )
}

function notesOf({ alt, decorative, caption, credit, licence, licenceEnd, focus }: ShownPicture): GivenNotes {
  return { alt, decorative, caption, credit, licence, licenceEnd, focus }
}

function isSame(one: GivenNotes, other: GivenNotes): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

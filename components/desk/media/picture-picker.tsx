'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { reach } from '../reach'
import { PictureGrid } from './picture-grid'
import type { LibraryPage, SearchPictures, ShownPicture } from './shown-picture'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

/** Milliseconds without a key before it is looked for. */
const pause = 250

/** A window to choose a picture from the library, or to bring one. */
export function PicturePicker({
  words,
  search,
  chosen,
}: {
  words: DeskWords
  search: SearchPictures
  /** Told once: the picture, or null where none was chosen. */
  chosen: (picture: ShownPicture | null) => void
}) {
  const w = words.media
  const dialog = useRef<HTMLDialogElement>(null)
  const [sought, setSought] = useState('')
  const [page, setPage] = useState<LibraryPage | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [here, setHere] = useState<number | null>(null)
  const asked = useRef(0)

  useEffect(() => dialog.current?.showModal(), [])

  const look = useCallback(
    async (given: string, after: number | null) => {
      const mine = ++asked.current
      const answer = await reach(() => search({ words: given, after }), { sentence: words.unreached })
      if (mine !== asked.current) return
      setWrong('sentence' in answer ? answer.sentence : null)
      if ('sentence' in answer) return
      setPage((before) => ({
        pictures: after === null ? answer.pictures : [...(before?.pictures ?? []), ...answer.pictures],
        more: answer.more,
      }))
    },
    [search, words],
  )
  useEffect(() => {
    const timer = setTimeout(() => void look(sought, null), sought === '' ? 0 : pause)
    return () => clearTimeout(timer)
  }, [look, sought])

  const took = useCallback((picture: ShownPicture) => {
    setPage((before) => ({
      pictures: [picture, ...(before?.pictures ?? []).filter(({ id }) => id !== picture.id)],
      more: before?.more ?? false,
    }))
    setHere(picture.id)
  }, [])
  const { uploads, add, again, dismiss } = useUploads(words, took)
  const pictures = page?.pictures ?? []
  const picture = pictures.find(({ id }) => id === here) ?? null

  return (
    <dialog
      ref={dialog}
      className="desk picker"
      aria-labelledby="picker-title"
      onClose={() => chosen(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        add(event.dataTransfer.files)
      }}
      onPaste={(event) => add(event.clipboardData.files)}
    >
      <header className="bar">
        <h2 id="picker-title">{w.pick}</h2>
        <input
          type="search"
          aria-label={w.find}
          placeholder={w.findHint}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <label className="btn push upload">
          {w.upload}
          <input
            type="file"
            multiple
            accept="image/*"
            className="sr"
            onChange={(event) => {
              add(event.target.files ?? [])
              event.target.value = ''
            }}
          />
        </label>
      </header>
      <UploadList uploads={uploads} words={words} show={({ id }) => setHere(id)} again={again} dismiss={dismiss} />
      <div className="found-pictures">
        {wrong && (
          <p className="refuse" role="status">
            {wrong}
          </p>
        )}
        {page === null && !wrong && (
          <p className="none q" role="status">
            {w.searching}
          </p>
        )}
        {page !== null && pictures.length === 0 && (
          <p className="none q" role="status">
            {sought === '' ? w.empty : w.none}
          </p>
        )}
        {pictures.length > 0 && (
          <PictureGrid
            pictures={pictures}
            here={here}
            chosen={null}
            words={words}
            label={w.list}
            go={({ id }) => setHere(id)}
            open={(one) => (one.id === here ? chosen(one) : setHere(one.id))}
          />
        )}
        {page?.more && (
          <p className="none">
            <button type="button" className="btn" onClick={() => look(sought, pictures.at(-1)?.id ?? null)}>
              {w.more}
            </button>
          </p>
        )}
      </div>
      <div className="foot-bar">
        <span className="clip q">{picture?.name}</span>
        <button type="button" className="btn push" onClick={() => dialog.current?.close()}>
          {w.close}
        </button>
        <button type="button" className="btn ink" disabled={!picture} onClick={() => picture && chosen(picture)}>
          {w.use}
        </button>
      </div>
    </dialog>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { type LibraryFilter, libraryFilters } from '@/newsroom/library-filter'
import { reach } from '../reach'
import { useReady } from '../use-ready'
import { libraryPath } from './library-path'
import { ManyBar } from './many-bar'
import { PictureGrid } from './picture-grid'
import { PictureInspector } from './picture-inspector'
import type { AnnotatedMany, LibraryActs, ShownPicture } from './shown-picture'
import { UploadList } from './upload-list'
import { useBroughtFiles } from './use-brought-files'
import { usePictures } from './use-pictures'
import { useUploads } from './use-uploads'

type Room = {
  words: DeskWords
  pictures: ShownPicture[]
  /** How many pictures each filter has; `1000+` where counting on would cost too much. */
  counts: Record<LibraryFilter, string>
  filter: LibraryFilter
  sought: string
  newerPath: string | null
  olderPath: string | null
  acts: LibraryActs
}

/** The picture library: looked through, added to, and said what each picture is. */
export function MediaRoom({ words, pictures: read, counts, filter, sought, newerPath, olderPath, acts }: Room) {
  const w = words.media
  const ready = useReady()
  const router = useRouter()
  const { pictures, learn, forget } = usePictures(read)
  const [here, setHere] = useState<number | null>(read[0]?.id ?? null)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState<{ sentence: string; isRefusal: boolean } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const altField = useRef<HTMLTextAreaElement>(null)
  const inspector = useRef<HTMLElement>(null)

  const took = useCallback(
    (picture: ShownPicture) => {
      learn(picture)
      setHere(picture.id)
      router.refresh()
    },
    [learn, router],
  )
  const { uploads, add, again, dismiss } = useUploads(words, took)
  const isOver = useBroughtFiles(add)
  const picture = pictures.find(({ id }) => id === here) ?? null

  function show({ id }: ShownPicture) {
    setHere(id)
    setOpen(true)
  }

  function choose({ id }: ShownPicture) {
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  async function applyMany(given: Parameters<LibraryActs['saveMany']>[1]) {
    const which = pictures.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }))
    const lost: AnnotatedMany = { outcome: 'refused', pictures: [], sentence: words.unreached }
    const answer = await reach(() => acts.saveMany(which, given), lost)
    for (const one of answer.pictures) learn(one)
    setSaid({ sentence: answer.sentence, isRefusal: answer.outcome === 'refused' })
    // What was not changed stays chosen.
    const done = new Set(answer.pictures.map(({ id }) => id))
    setChosen((before) => new Set([...before].filter((id) => !done.has(id))))
    router.refresh()
  }

  const keys = useRef((_event: KeyboardEvent) => {})
  useEffect(() => {
    keys.current = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.target instanceof Element && event.target.closest('input:not([type="checkbox"]), textarea, select'))
        return
      const key = event.key.toLowerCase()
      if (key === 'u') picker.current?.click()
      else if (key === '/') search.current?.focus()
      else if (key === 'a' && picture) {
        setOpen(true)
        // On a phone the field is there once it is shown.
        requestAnimationFrame(() => altField.current?.focus())
      } else return
      event.preventDefault()
    }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => keys.current(event)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <div className="media" data-open={isOpen || undefined} data-over={isOver || undefined}>
      <header className="bar">
        <h1>{w.title}</h1>
        <form className="seek" method="get" action="/admin/media" role="search">
          {filter !== 'all' && <input type="hidden" name="filter" value={filter} />}
          <input
            ref={search}
            type="search"
            name="q"
            aria-label={w.find}
            placeholder={w.findHint}
            defaultValue={sought}
          />
        </form>
        <nav className="seg" aria-label={w.show}>
          {libraryFilters.map((one) => (
            <a key={one} href={libraryPath({ filter: one, sought })} aria-current={one === filter ? 'true' : undefined}>
              {w.filters[one]} {counts[one]}
            </a>
          ))}
        </nav>
        <label className="btn ink push upload">
          {w.upload}{' '}
          <span aria-hidden="true">
            <kbd>U</kbd>
          </span>
          <input
            ref={picker}
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            className="sr"
            disabled={!ready}
            onChange={(event) => {
              add(event.target.files ?? [])
              event.target.value = ''
            }}
          />
        </label>
      </header>
      <p className={said?.isRefusal ? 'answer refuse' : 'answer'} role="status">
        {said?.sentence}
      </p>
      <div className="panes">
        <section className="pane" aria-label={w.list}>
          <UploadList uploads={uploads} words={words} show={show} again={again} dismiss={dismiss} />
          {pictures.length > 0 ? (
            <PictureGrid
              pictures={pictures}
              here={here}
              chosen={chosen}
              words={words}
              label={w.list}
              go={({ id }) => setHere(id)}
              open={(one) => {
                show(one)
                requestAnimationFrame(() => inspector.current?.focus())
              }}
              choose={choose}
            />
          ) : (
            <Nothing words={words} filtered={filter !== 'all' || sought !== ''} />
          )}
          <p className="drop-here">
            <span>{w.drop}</span>
            <button type="button" className="btn small" disabled={!ready} onClick={() => picker.current?.click()}>
              {w.upload}
            </button>
            <span className="qq">{w.dropHint}</span>
          </p>
          {(newerPath || olderPath) && (
            <nav className="older" aria-label={w.pages}>
              {newerPath && (
                <a className="btn" href={newerPath} rel="prev">
                  {w.newer}
                </a>
              )}
              {olderPath && (
                <a className="btn push" href={olderPath} rel="next">
                  {w.older}
                </a>
              )}
            </nav>
          )}
        </section>
        <aside className="pane low" aria-label={w.inspector} ref={inspector} tabIndex={-1}>
          <button type="button" className="btn bare back" onClick={() => setOpen(false)}>
            {w.back}
          </button>
          {picture ? (
            <PictureInspector
              key={picture.id}
              picture={picture}
              words={words}
              acts={acts}
              altField={altField}
              changed={(now, refused) => {
                if (now) learn(now)
                if (refused) setSaid({ sentence: refused, isRefusal: true })
                router.refresh()
              }}
              removed={({ id }, sentence) => {
                forget(id)
                setOpen(false)
                setHere(pictures.find((one) => one.id !== id)?.id ?? null)
                setSaid({ sentence, isRefusal: false })
                router.refresh()
              }}
            />
          ) : (
            <p className="q nothing-here">{w.nothing}</p>
          )}
        </aside>
      </div>
      {chosen.size > 0 && (
        <ManyBar count={chosen.size} words={words} apply={applyMany} leave={() => setChosen(new Set())} />
      )}
      <div className="keys" role="group" aria-label={w.keysLabel}>
        <span>
          <kbd>←</kbd>
          <kbd>→</kbd>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {w.keys.move}
        </span>
        <span>
          <kbd>X</kbd>
          {w.keys.choose}
        </span>
        <span>
          <kbd>⏎</kbd>
          {w.keys.open}
        </span>
        <span>
          <kbd>A</kbd>
          {w.keys.alt}
        </span>
        <span>
          <kbd>U</kbd>
          {w.keys.upload}
        </span>
        <span>
          <kbd>/</kbd>
          {w.keys.find}
        </span>
      </div>
      {isOver && <div className="over-all">{w.dropNow}</div>}
    </div>
  )
}

function Nothing({ words: { media: w }, filtered }: { words: DeskWords; filtered: boolean }) {
  return (
    <div className="nothing">
      <p className="song">{filtered ? w.none : w.empty}</p>
      <p className="q">{filtered ? w.noneHint : w.emptyHint}</p>
      {filtered && (
        <a className="btn" href="/admin/media">
          {w.clear}
        </a>
      )}
    </div>
  )
}

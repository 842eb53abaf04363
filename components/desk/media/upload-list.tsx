'use client'

import type { DeskWords } from '@/messages/words'
import { fill } from '../fill'
import type { ShownPicture } from './shown-picture'
import { isUnderWay, type Upload } from './use-uploads'

/** What became of each file, beside its name. */
export function UploadList({
  uploads,
  words,
  show,
  again,
  dismiss,
}: {
  uploads: Upload[]
  words: DeskWords
  /** Leads to a picture that is in the library. */
  show: (picture: ShownPicture) => void
  again: (upload: Upload) => void
  dismiss: () => void
}) {
  const w = words.media
  if (uploads.length === 0) return null
  return (
    <section className="uploads" aria-label={w.uploads}>
      <div role="log">
        <ul>
          {uploads.map((upload) => (
            <li key={upload.key} data-is={upload.state.is}>
              <span className="clip">{upload.file.name || w.fileName}</span>
              <Outcome upload={upload} words={words} show={show} again={again} />
            </li>
          ))}
        </ul>
      </div>
      {!uploads.every(({ state }) => isUnderWay(state)) && (
        <button type="button" className="btn bare small" onClick={dismiss}>
          {w.dismiss}
        </button>
      )}
    </section>
  )
}

function Outcome({
  upload,
  words: { media: w },
  show,
  again,
}: {
  upload: Upload
  words: DeskWords
  show: (picture: ShownPicture) => void
  again: (upload: Upload) => void
}) {
  const { state } = upload
  if (state.is === 'waiting') return <span className="qq">{w.waiting}</span>
  if (state.is === 'sending') {
    const percent = Math.round(state.part * 100)
    const said = percent < 100 ? fill(w.sending, { percent }) : w.developing
    return (
      <span className="row">
        <progress max={100} value={percent < 100 ? percent : undefined} aria-label={said} />
        <span className="qq">{said}</span>
      </span>
    )
  }
  if (state.is === 'refused')
    return (
      <span className="row">
        <span className="refuse">{state.sentence}</span>
        {!state.isFinal && (
          <button type="button" className="btn small" onClick={() => again(upload)}>
            {w.again}
          </button>
        )}
      </span>
    )
  const { picture } = state
  return (
    <span>
      {state.is === 'known' ? w.known : <span className="ok">{w.taken}</span>}{' '}
      <button type="button" className="word" onClick={() => show(picture)}>
        {picture.name}
      </button>
    </span>
  )
}

'use client'

import { useEffect, useRef, useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { CopyFields } from '@/newsroom/copy-fields'
import { bringHome, foreignPictures } from '@/newsroom/foreign-pictures'
import type { PickPicture, TakenPicture, TakePicture } from './editor/taken-picture'
import { fill } from './fill'

type Report = { said: string; failed: { address: string; sentence: string }[] }

/** What can be done with the pictures of an article: choose its lead from the library, bring one, and bring home all that stand elsewhere. */
export function LeadPictureActs({
  words,
  copy,
  change,
  save,
  still,
  pick,
  take,
}: {
  words: DeskWords
  copy: CopyFields
  change: (part: Partial<CopyFields>) => void
  /** Saves what stands there now. */
  save: () => void
  still: boolean
  pick: PickPicture
  take: TakePicture
}) {
  const w = words.media
  const [report, setReport] = useState<Report | null>(null)
  const [busy, setBusy] = useState(false)
  const latest = useRef(copy)
  useEffect(() => {
    latest.current = copy
  })

  function put({ address, alt, caption, credit }: TakenPicture) {
    change({ pictureAddress: address, pictureAlt: alt, pictureCaption: caption, pictureCredit: credit })
  }

  async function upload(file: File) {
    setBusy(true)
    const taken = await take(file)
    setBusy(false)
    setReport('sentence' in taken ? { said: '', failed: [{ address: file.name, sentence: taken.sentence }] } : null)
    if (!('sentence' in taken)) put(taken)
  }

  async function bring() {
    const foreign = foreignPictures(copy, copy.bodyFormat)
    if (foreign.length === 0) return setReport({ said: w.broughtNone, failed: [] })
    setBusy(true)
    const homes = new Map<string, string>()
    const failed: Report['failed'] = []
    for (const [index, address] of foreign.entries()) {
      setReport({ said: fill(w.bringing, { at: index + 1, count: foreign.length }), failed })
      const taken = await take({ address })
      if ('sentence' in taken) failed.push({ address, sentence: taken.sentence })
      else homes.set(address, taken.address)
    }
    setBusy(false)
    setReport({ said: fill(w.brought, { count: homes.size }), failed })
    if (homes.size === 0) return
    // What was typed meanwhile stays: only the addresses change, and the save names the version it is based on as any other.
    change(bringHome(latest.current, latest.current.bodyFormat, homes))
    save()
  }

  return (
    <>
      <div className="picture-acts">
        <button
          type="button"
          className="btn small"
          disabled={still}
          onClick={async () => {
            const picked = await pick()
            if (picked) put(picked)
          }}
        >
          {w.pick}
        </button>
        <label className="btn small">
          {w.upload}
          <input
            type="file"
            accept="image/*"
            className="sr"
            disabled={still || busy}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) void upload(file)
              event.target.value = ''
            }}
          />
        </label>
        <button
          type="button"
          className="btn small"
          disabled={still}
          aria-disabled={busy || undefined}
          onClick={() => !busy && bring()}
        >
          {w.bringHome}
        </button>
      </div>
      <div role="status" className="answer">
        {report && (
          <>
            {report.said && <p>{report.said}</p>}
            {report.failed.length > 0 && report.said && <p>{w.notBrought}</p>}
            {report.failed.map(({ address, sentence }) => (
              <p key={address} className="refuse">
                <span className="qq">{address}</span> {sentence}
              </p>
            ))}
          </>
        )}
      </div>
    </>
  )
}

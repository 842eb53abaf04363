'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import type { Standing } from './saving/writing'

/** The acts that take an article back: a public one is corrected or killed, one that never was is spiked. Spiking is asked twice. */
export function TakeBack({
  words,
  desk,
  may,
  ready,
}: {
  words: DeskWords
  desk: Standing
  may: { correct: boolean; kill: boolean; spike: boolean }
  ready: boolean
}) {
  const [asked, setAsked] = useState(false)
  const w = words.editor
  const correct = desk.status === 'published' && may.correct
  const kill = desk.status === 'published' && may.kill
  const spike = desk.status === 'draft' && may.spike
  if (desk.id === null || (!correct && !kill && !spike)) return null
  return (
    <section aria-label={w.rest}>
      {(correct || kill) && (
        <span className="row">
          {correct && (
            <a className="btn" href={`/admin/articles/${desk.id}/correct`}>
              {w.correct}
            </a>
          )}
          {kill && (
            <a className="btn" href={`/admin/articles/${desk.id}/kill`}>
              {w.kill}
            </a>
          )}
        </span>
      )}
      {spike && !asked && (
        <button type="button" className="btn" disabled={!ready} onClick={() => setAsked(true)}>
          {w.spike}
        </button>
      )}
      {spike && asked && (
        <div className="sure">
          <p>{w.spikeAsk}</p>
          <span className="row">
            <button type="submit" name="act" value="spike" className="btn ink">
              {w.spikeSure}
            </button>
            <button type="button" className="btn" onClick={() => setAsked(false)}>
              {w.spikeNot}
            </button>
          </span>
        </div>
      )}
    </section>
  )
}

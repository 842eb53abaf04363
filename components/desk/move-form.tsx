'use client'

import { useState } from 'react'
import type { DeskWords } from '@/messages/words'
import { addressPath, isSlug } from '@/newsroom/address-path'
import type { CategoryName } from '@/newsroom/category'
import { ActSheet } from './act-sheet'
import { AnswerLine } from './answer-line'
import { CopyAddress } from './copy-address'
import { fill } from './fill'
import type { SimpleAction } from './form-state'
import { MoveLedger, type ShownAddress } from './move-ledger'
import { useReady } from './use-ready'
import { useSimpleAction } from './use-simple-action'

export type MovingArticle = {
  id: number
  version: number
  headline: string
  category: CategoryName
  path: string
  /** The name in its address; empty for its number. */
  slug: string
  /** `2026-11-24T10:02`, on the clocks of `zone`. */
  publishedAt: string
  zone: string
  /** Whether the desk has text that readers have not seen: it is not to be moved before that is settled. */
  ahead: boolean
  addresses: ShownAddress[]
}

/** A page of its own, without the frame. Another address for a published article: its name and its time, and what becomes of the old one. Fields: id, version, slug, publishedAt. */
export function MoveForm({
  action,
  words,
  article,
  site,
}: {
  action: SimpleAction
  words: DeskWords
  article: MovingArticle
  /** The public origin. */
  site: string
}) {
  const [state, send, pending] = useSimpleAction(action, words)
  const [slug, setSlug] = useState(article.slug)
  const [publishedAt, setPublishedAt] = useState(article.publishedAt)
  const ready = useReady()
  const back = `/admin/articles/${article.id}`
  const w = words.move
  const next = previewPath(article, slug, publishedAt)
  const unchanged = next === article.path && publishedAt === article.publishedAt
  const wrong = state.outcome === 'refused' ? state.field : undefined
  return (
    <ActSheet
      act="move"
      words={words}
      labels={w}
      article={article}
      send={send}
      pending={pending}
      noValidate
      look={unchanged ? 'quiet' : 'pub'}
      wayBack={state.outcome === 'done' ? w.back : w.not}
    >
      <div>
        {article.ahead && (
          <p className="refuse">
            {w.ahead}{' '}
            <a className="word" href={back}>
              {w.aheadGo}
            </a>
          </p>
        )}
        <div className="field">
          <label htmlFor="move-slug">{w.slug}</label>
          <input
            id="move-slug"
            name="slug"
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={!ready}
            value={slug}
            placeholder={String(article.id)}
            onChange={(event) => setSlug(event.target.value)}
            aria-describedby="move-slug-hint move-answer"
            aria-invalid={wrong === 'slug' || undefined}
          />
          <span className="qq" id="move-slug-hint">
            {fill(w.slugHint, { id: article.id })}
          </span>
        </div>
        <div className="field">
          <label htmlFor="move-time">{fill(w.time, { zone: article.zone })}</label>
          <input
            id="move-time"
            name="publishedAt"
            type="datetime-local"
            readOnly={!ready}
            value={publishedAt}
            onChange={(event) => setPublishedAt(event.target.value)}
            aria-describedby="move-time-hint move-answer"
            aria-invalid={wrong === 'publishedAt' || undefined}
          />
          <span className="qq" id="move-time-hint">
            {w.timeHint}
          </span>
        </div>
        <p className="label">{w.category}</p>
        <p>
          {article.category.name} <span className="qq">{w.categoryHint}</span>
        </p>
        <AnswerLine state={state} id="move-answer" />
        {state.outcome === 'done' && state.address && (
          <CopyAddress key={state.address} address={state.address} label={w.newAddress} words={words} />
        )}
      </div>
      <div>
        <p className="label" id="move-next">
          {unchanged ? w.now : w.next}
        </p>
        <div className="stands" role="group" aria-labelledby="move-next">
          <p className="address">
            <span className="qq">{site}</span>
            <span className="path">{next ?? w.nextNone}</span>
          </p>
          <p>{becomes()}</p>
        </div>
        <p className="label">{w.ledger}</p>
        <MoveLedger words={words} addresses={article.addresses} />
        <p className="qq">{w.promise}</p>
      </div>
    </ActSheet>
  )

  /** What the move would do to the address that the article has now. */
  function becomes(): string {
    if (next === null) return w.nextUnknown
    if (next !== article.path) return fill(w.old, { path: article.path })
    return unchanged ? w.same : w.sameAddress
  }
}

/** Where it would stand; null while the name or the time is none. The server decides, by the same rule. */
function previewPath({ id, category }: MovingArticle, slug: string, publishedAt: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})T/.exec(publishedAt) ?? []
  const name = slug.trim() || String(id)
  if (!day || !isSlug(name)) return null
  return addressPath({ category: category.slug, day: `${year}/${month}/${day}`, name })
}

'use client'

import { startTransition, useActionState, useEffect, useRef, useState, type FormEvent } from 'react'
import type { DeskWords } from '@/messages/words'
import type { Status } from '@/newsroom/article'
import type { CopyFields } from '@/newsroom/copy-fields'
import type { SaveAction, SaveState } from './form-state'
import { keepWords } from './keep-words'
import { reach } from './reach'

/** What the server is known to have: never more than it said. */
export type Standing = { id: number | null; version: number; status: Status; ahead: boolean; address: string | null }

/**
 * The life of an article's form: what is typed, what the server has, and one save at a time.
 * A save asked for while another is under way runs after it, on the version that one made.
 */
export function useArticleSave({
  action,
  words,
  initial,
  standing,
}: {
  action: SaveAction
  words: DeskWords
  initial: CopyFields
  standing: Standing
}) {
  const form = useRef<HTMLFormElement>(null)
  const [copy, setCopy] = useState(initial)
  const [kept, setKept] = useState(initial)
  const [desk, setDesk] = useState(standing)
  const [act, setAct] = useState('save')
  const [stale, setStale] = useState<Stale | null>(null)
  const asked = useRef<HTMLElement | null>(null)
  const sent = useRef(initial)

  const [state, send, pending] = useActionState<SaveState, FormData>(
    async (before, data) => {
      const after = await reach(() => action(before, data), { outcome: 'refused', sentence: words.unreached })
      startTransition(() => {
        if (after.outcome === 'stale') setStale(after)
        if (after.outcome === 'saved' || after.outcome === 'published') {
          setKept(sent.current)
          setDesk((was) => standingAfter(was, after, data.get('act')))
          setStale(null)
        }
      })
      return after
    },
    { outcome: 'untouched' },
  )

  function submitted(event: FormEvent<HTMLFormElement>) {
    const by = (event.nativeEvent as SubmitEvent).submitter
    if (pending) {
      event.preventDefault()
      asked.current = by
      return
    }
    sent.current = copy
    setAct(by?.getAttribute('value') ?? 'save')
  }

  useEffect(() => {
    const by = asked.current
    if (pending || !by) return
    asked.current = null
    if (state.outcome === 'saved' || state.outcome === 'published') form.current?.requestSubmit(by)
  }, [pending, state])

  useEffect(() => keepWords(form.current), [])

  const dirty = !sameCopy(copy, kept)
  useLeaveWarning(dirty || pending)
  useOwnAddress(standing.id, desk.id, state)

  return {
    form,
    copy,
    change: (part: Partial<CopyFields>) => setCopy((before) => ({ ...before, ...part })),
    desk,
    /** Saves are based on this version from now on: the person has seen it and chosen. */
    acceptVersion: (version: number) => setDesk((was) => ({ ...was, version })),
    state,
    /** Someone's newer version, until a save has settled it. */
    stale,
    send,
    submitted,
    pending,
    /** What was asked last: save, publish or spike. */
    act,
    dirty,
  }
}

export type Stale = Extract<SaveState, { outcome: 'stale' }>
export type ArticleSave = ReturnType<typeof useArticleSave>

function standingAfter(
  was: Standing,
  after: Extract<SaveState, { outcome: 'saved' | 'published' }>,
  act: unknown,
): Standing {
  const { id, version } = after
  if (after.outcome === 'published') return { id, version, status: 'published', ahead: false, address: after.address }
  if (act === 'spike') return { ...was, id, version, status: 'spiked' }
  return { ...was, id, version, ahead: was.ahead || (was.status === 'published' && version > was.version) }
}

function sameCopy(one: CopyFields, other: CopyFields): boolean {
  return (Object.keys(one) as (keyof CopyFields)[]).every((field) => one[field] === other[field])
}

/** The browser asks before it throws words away. */
function useLeaveWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

/**
 * Gives a new article its own address once it has one, without a navigation that would take the caret away.
 * Past the router on purpose: an entry that is not the router's is loaded afresh when someone comes back to it.
 */
function useOwnAddress(idAtFirst: number | null, id: number | null, state: SaveState) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: React may put the router's address back with any answer
  useEffect(() => {
    if (idAtFirst !== null || id === null) return
    History.prototype.replaceState.call(window.history, { article: id }, '', `/admin/articles/${id}`)
  }, [idAtFirst, id, state])
}

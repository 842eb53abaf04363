'use client'

import { type FormEvent, startTransition, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { CopyFields } from '@/newsroom/copy-fields'
import type { SaveAction } from './form-state'
import { keepWords } from './keep-words'
import { reach } from './reach'
import { browserJournal } from './saving/browser-journal'
import { type SaveRequest, toForm, type Wish } from './saving/save-request'
import { type Conflict, openWriting, type Standing, sameCopy } from './saving/writing'

/** The life of an article's form, held to the page: what is typed, what the server has, and what this machine keeps meanwhile. */
export function useArticleSave({
  action,
  initial,
  standing,
  conflict,
  staffId,
}: {
  action: SaveAction
  initial: CopyFields
  standing: Standing
  /** What is to be put together first. */
  conflict: Conflict | null
  staffId: number
}) {
  const form = useRef<HTMLFormElement>(null)
  const [writing] = useState(() => openWriting(meansFor(action, staffId), { copy: initial, desk: standing, conflict }))
  const state = useSyncExternalStore(writing.subscribe, writing.state, writing.state)
  const dirty = !sameCopy(state.copy, state.kept)

  useEffect(() => keepWords(form.current), [])
  useEffect(() => {
    void writing.recover()
    const online = () => writing.reachable()
    const leave = () => void writing.writeDown()
    window.addEventListener('online', online)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      void writing.writeDown()
    }
  }, [writing])
  useLeaveWarning((dirty || state.sending !== null) && state.localAt === null && !writing.isAsTakenUp())
  // What was taken up and is put together by now does not begin once more when the page is loaded again.
  useOwnAddress(standing.id === null || (conflict !== null && !state.conflict) ? state.desk.id : null, state.answer)

  return {
    ...state,
    form,
    dirty,
    change: writing.change,
    ask: writing.ask,
    resolve: writing.resolve,
    keepApart: writing.keepApart,
    submitted(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      const by = (event.nativeEvent as SubmitEvent).submitter
      writing.ask(wishOf(by?.getAttribute('value')))
    },
  }
}

export type ArticleSave = ReturnType<typeof useArticleSave>

function wishOf(value: string | null | undefined): Wish {
  return value === 'publish' || value === 'spike' ? value : 'save'
}

function meansFor(action: SaveAction, staffId: number) {
  return {
    send: (request: SaveRequest) =>
      reach(
        () =>
          new Promise<Awaited<ReturnType<SaveAction>>>((resolve, reject) => {
            startTransition(() => void action({ outcome: 'untouched' }, toForm(request)).then(resolve, reject))
          }),
        null,
      ),
    journal: browserJournal(staffId),
    newKey: () =>
      `${Date.now().toString(36)}-${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')}`,
    now: () => Date.now(),
    later(milliseconds: number, run: () => void) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}

/** The browser asks before it throws away words that are nowhere else. */
function useLeaveWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}

/**
 * Gives the page the article's own address once there is one, without a navigation that would take the caret away.
 * Past the router on purpose: an entry that is not the router's is loaded afresh when someone comes back to it.
 */
function useOwnAddress(id: number | null, answer: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: React may put the router's address back with any answer
  useEffect(() => {
    if (id === null) return
    History.prototype.replaceState.call(window.history, { article: id }, '', `/admin/articles/${id}`)
  }, [id, answer])
}

import type { Status } from '@/newsroom/article'
import { mergeFields } from '@/newsroom/merge-fields'
import type { CopyFields } from '@/newsroom/copy-fields'
import type { SaveState } from '../form-state'
import type { Journal, JournalEntry } from './journal'
import type { SaveRequest, Wish } from './save-request'

/** What the server is known to have: never more than it said. */
export type Standing = { id: number | null; version: number; status: Status; ahead: boolean; address: string | null }
export type Stale = Extract<SaveState, { outcome: 'stale' }>
/** Somebody’s newer version, and the copy that both began with. */
export type Conflict = Stale & { base: CopyFields }

export type WritingState = {
  copy: CopyFields
  /** The copy that the server has as `desk.version`. */
  kept: CopyFields
  desk: Standing
  sending: SaveRequest | null
  /** What the server said last of a save. */
  answer: Extract<SaveState, { outcome: 'saved' | 'published' }> | null
  trouble: { is: 'unreached' } | { is: 'refused'; act: Wish; sentence: string; field?: keyof CopyFields } | null
  conflict: Conflict | null
  /** Somebody whose changes were put together with these, since the last save. */
  mergedWith: string | null
  /** When everything typed was last written down on this machine, in milliseconds since 1970; null while it is not. */
  localAt: number | null
  /** Whether this machine keeps a journal at all. */
  keepsJournal: boolean
  /** Words that a dead tab had left were found here. */
  isRecovered: boolean
  /** The article that mine became, when somebody would not put it together with theirs. */
  apart: number | null
}

export type Means = {
  /** Resolves with the server's answer; null when none came, whatever became of the save. */
  send: (request: SaveRequest) => Promise<SaveState | null>
  journal: Journal
  /** A name that nothing else has. */
  newKey: () => string
  now: () => number
  /** Does something after some milliseconds; the answer takes that back. */
  later: (milliseconds: number, run: () => void) => () => void
}

export type Writing = ReturnType<typeof openWriting>

/** Milliseconds. The server has everything two seconds after a pause: one to see that it is one, and one for the line. */
const pause = { beforeJournal: 200, beforeSave: 1000, beforeRetry: 2000, longestBeforeRetry: 30_000 }

/**
 * The life of an article's words in one tab: what is typed, what the server has, and one save at a time, in order. Knows no browser and no
 * React. Three things are always true: what is typed is in `copy`; `kept` is what the server said it has; what `copy` has beyond that is in
 * the journal, or `localAt` says that it is not yet.
 */
export function openWriting(
  means: Means,
  initial: {
    copy: CopyFields
    desk: Standing
    /** What is to be put together first, where somebody takes up copy that the server has set aside: nothing is sent before they choose. */
    conflict?: Conflict | null
  },
) {
  const tab = means.newKey()
  let state: WritingState = {
    copy: initial.copy,
    kept: initial.conflict?.base ?? initial.copy,
    desk: initial.desk,
    sending: null,
    answer: null,
    trouble: null,
    conflict: initial.conflict ?? null,
    mergedWith: null,
    localAt: null,
    keepsJournal: true,
    isRecovered: false,
    apart: null,
  }
  const listeners = new Set<() => void>()
  let retry: SaveRequest | null = null
  let wished: Wish | null = null
  let wait = pause.beforeRetry
  let lastAside: CopyFields | null = initial.conflict ? initial.copy : null
  let chosen: { copy: CopyFields; theirVersion: number } | null = null
  const timers = { journal: () => {}, save: () => {}, retry: () => {} }

  return {
    state: () => state,
    isAsTakenUp,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change,
    ask,
    resolve,
    keepApart,
    recover,
    reachable,
    writeDown,
  }

  function set(part: Partial<WritingState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  /** Taken up and not touched: the server has it where it was. */
  function isAsTakenUp(): boolean {
    const { copy, conflict, sending } = state
    return conflict !== null && conflict === initial.conflict && copy === initial.copy && !sending
  }

  /** Somebody typed. */
  function change(part: Partial<CopyFields>): void {
    const { trouble } = state
    chosen = null
    set({
      copy: { ...state.copy, ...part },
      localAt: null,
      trouble: trouble?.is === 'refused' ? null : trouble,
      mergedWith: null,
    })
    timers.journal()
    timers.journal = means.later(pause.beforeJournal, () => void writeDown())
    saveSoon()
  }

  function saveSoon(): void {
    timers.save()
    timers.save = means.later(pause.beforeSave, () => {
      if (!state.sending && !retry && isWorthSaving()) begin('autosave')
    })
  }

  function isWorthSaving(): boolean {
    const { conflict, copy, kept, desk } = state
    if (desk.status === 'killed' || desk.status === 'spiked') return false
    // While somebody else's version waits to be merged, the server sets these words aside.
    return conflict ? lastAside !== copy : !sameCopy(copy, kept)
  }

  /** Somebody asks for a save, a publish or a spike; one under way is waited for. */
  function ask(act: Wish): void {
    if (state.conflict) return
    if (state.sending) {
      wished = act
      return
    }
    timers.retry()
    begin(act)
  }

  /** Somebody has chosen: the copy that shall stand, made of theirs and mine. What is left out of it is set aside before. */
  function resolve(copy: CopyFields): void {
    const { conflict } = state
    if (!conflict) return
    chosen = { copy, theirVersion: conflict.theirVersion }
    if (lastAside === state.copy) saveChosen(conflict)
    else if (!state.sending && !retry) begin('autosave')
  }

  /** Mine becomes an article of its own, under an address of its own; the one that both wrote on stays as theirs. */
  function keepApart(): void {
    if (state.conflict && !state.sending && !retry) begin('save', { isApart: true })
  }

  function saveChosen({ theirs, theirVersion }: Stale): void {
    if (!chosen) return
    const { copy } = chosen
    chosen = null
    lastAside = null
    set({ copy, kept: theirs, desk: { ...state.desk, version: theirVersion }, conflict: null, localAt: null })
    begin('save', { isMerge: true })
  }

  /** The line may be up again. */
  function reachable(): void {
    if (!retry || state.sending) return
    timers.retry()
    begin('autosave')
  }

  function begin(act: Wish, { isMerge = false, isApart = false } = {}): void {
    timers.save()
    const { copy, desk } = state
    const request = retry ?? {
      key: means.newKey(),
      id: isApart ? null : desk.id,
      version: isApart ? 0 : desk.version,
      act,
      isMerge,
      copy: isApart ? { ...copy, slug: '' } : copy,
      asideKey: `${tab}.${desk.version}`,
    }
    if (retry && act !== 'autosave') wished = act
    retry = null
    set({ sending: request })
    // Written down first: a tab that dies now is known again by the save's name.
    void writeDown()
      .then(() => means.send(request))
      .catch(() => null)
      .then((answer) => settle(request, answer))
  }

  function settle(request: SaveRequest, answer: SaveState | null): void {
    set({ sending: null })
    if (answer === null || answer.outcome === 'untouched') {
      waitForLine(request)
      return
    }
    wait = pause.beforeRetry
    if (answer.outcome === 'refused') refused(request, answer)
    else if (answer.outcome === 'stale') stale(request, answer)
    else saved(request, answer)
  }

  function saved(request: SaveRequest, answer: Extract<SaveState, { outcome: 'saved' | 'published' }>): void {
    if (request.id === null && state.desk.id !== null) {
      savedApart(request, answer.id)
      return
    }
    set({ answer, desk: standingAfter(state.desk, answer), kept: request.copy, trouble: null, conflict: null })
    goOn()
  }

  function savedApart({ copy }: SaveRequest, apart: number): void {
    const { conflict } = state
    set({ apart, trouble: null })
    // What was typed meanwhile is in no article yet.
    if (conflict && sameCopy(copy, { ...state.copy, slug: '' })) {
      const desk = { ...state.desk, version: conflict.theirVersion }
      lastAside = null
      set({ copy: conflict.theirs, kept: conflict.theirs, desk, conflict: null, localAt: null })
    }
    goOn()
  }

  /** Nobody knows whether it was done: the same save is asked for again, under its name, and publishes nothing that was not published then. */
  function waitForLine(request: SaveRequest): void {
    retry = { ...request, act: request.act === 'publish' || request.act === 'spike' ? 'save' : request.act }
    set({ trouble: { is: 'unreached' } })
    timers.retry = means.later(wait, reachable)
    wait = Math.min(wait * 2, pause.longestBeforeRetry)
  }

  function refused({ act, copy }: SaveRequest, { sentence, field }: Extract<SaveState, { outcome: 'refused' }>): void {
    wished = null
    set({ trouble: { is: 'refused', act, sentence, field } })
    void writeDown()
    // What could not be published is saved all the same, and what was typed since is tried by itself.
    if ((act === 'publish' && !sameCopy(copy, state.kept)) || !sameCopy(copy, state.copy)) saveSoon()
  }

  function stale(request: SaveRequest, answer: Stale): void {
    if (chosen?.theirVersion === answer.theirVersion && request.copy === state.copy) {
      saveChosen(answer)
      return
    }
    chosen = null
    const base = state.kept
    const mine = state.copy
    const merge = mergeFields({ base, theirs: answer.theirs, mine })
    if (merge.conflicts.length > 0) {
      lastAside = request.copy
      wished = null
      set({ conflict: { ...answer, base }, trouble: null })
      void writeDown()
      if (request.copy !== state.copy) saveSoon()
      return
    }
    const desk = { ...state.desk, version: answer.theirVersion }
    set({
      copy: merge.copy,
      kept: answer.theirs,
      desk,
      conflict: null,
      trouble: null,
      localAt: null,
      mergedWith: answer.by,
    })
    // Nobody has seen the two together yet: they are saved, and published only when somebody asks again.
    wished = null
    if (sameCopy(merge.copy, answer.theirs)) goOn()
    else begin(request.act === 'autosave' ? 'autosave' : 'save', { isMerge: true })
  }

  function goOn(): void {
    if (wished) {
      const act = wished
      wished = null
      begin(act)
      return
    }
    if (isWorthSaving()) {
      void writeDown()
      saveSoon()
    } else {
      timers.journal()
      set({ localAt: null })
      means.journal.forget(tab).catch(() => {})
    }
  }

  /** Writes what the server may not have into the journal, now. */
  async function writeDown(): Promise<void> {
    timers.journal()
    const { copy, kept, desk, sending, conflict } = state
    if (isAsTakenUp() || (sameCopy(copy, kept) && !sending && !retry && !conflict)) return
    const entry: JournalEntry = {
      tab,
      id: desk.id,
      version: desk.version,
      kept,
      copy,
      sent: sending ?? retry,
      at: means.now(),
    }
    try {
      await means.journal.write(entry)
      if (state.copy === copy) set({ localAt: entry.at, keepsJournal: true })
    } catch {
      set({ localAt: null, keepsJournal: false })
    }
  }

  /** Goes on where a dead tab stopped, if one left words of this article here. */
  async function recover(): Promise<void> {
    if (initial.conflict) return
    const entry = await means.journal.findOrphan(initial.desk.id).catch(() => null)
    if (!entry || state.sending || state.copy !== initial.copy) return
    const [copy, kept] = [withFormat(entry.copy), withFormat(entry.kept)]
    const isKnown = entry.sent === null && sameCopy(copy, state.kept)
    if (!isKnown) {
      set({
        copy,
        kept,
        desk: { ...state.desk, id: entry.id, version: entry.version },
        isRecovered: true,
        localAt: null,
      })
      retry = entry.sent && { ...entry.sent, copy: withFormat(entry.sent.copy) }
      await writeDown()
    }
    await means.journal.forget(entry.tab).catch(() => {})
    if (!isKnown) begin('autosave')
  }

  /** The words of an entry, read as the article is where the entry does not say how. */
  function withFormat(copy: JournalEntry['copy']): CopyFields {
    return { ...copy, bodyFormat: copy.bodyFormat ?? initial.copy.bodyFormat }
  }
}

function standingAfter(was: Standing, answer: Extract<SaveState, { outcome: 'saved' | 'published' }>): Standing {
  const { id, version, status } = answer
  if (answer.outcome === 'published') return { id, version, status, ahead: false, address: answer.address }
  return { ...was, id, version, status, ahead: was.ahead || (status === 'published' && version > was.version) }
}

/** Whether two copies say the same in every field. */
export function sameCopy(one: CopyFields, other: CopyFields): boolean {
  return one === other || (Object.keys(one) as (keyof CopyFields)[]).every((field) => one[field] === other[field])
}

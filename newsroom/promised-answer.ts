import { type AddressState, encodePath } from './address'

/** A path as the ledger has it. */
export type LedgerEntry = {
  path: string
  state: AddressState
  /** Where a moved one leads: the current address of what stood there. Null for others, and where the ledger knows none. */
  leadsTo: string | null
  /** False for what an import keeps free for an article that its site kept back: nothing is promised there yet. */
  wasPublic: boolean
}

/** What a reader gets who asks for a path: the status, and where a redirect leads. */
export type Answer = { status: number; location: string | null }

const statusOf = { current: 200, moved: 301, gone: 410 } satisfies Record<AddressState, number>

/** What the newspaper has promised whoever asks for a path: 200, one hop to where it stands now, or 410. */
export function promisedAnswer({ state, leadsTo }: Pick<LedgerEntry, 'state' | 'leadsTo'>): Answer {
  return { status: statusOf[state], location: state === 'moved' && leadsTo !== null ? encodePath(leadsTo) : null }
}

/** Whether an answer is the promised one. A path that the ledger leads nowhere keeps no promise, whatever is answered. */
export function keepsPromise(promised: Answer, got: Answer): boolean {
  if (promised.status !== got.status) return false
  return promised.status !== 301 || (promised.location !== null && promised.location === got.location)
}

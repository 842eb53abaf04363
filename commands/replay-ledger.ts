import { type Answer, keepsPromise, type LedgerEntry, promisedAnswer } from '@/newsroom/promised-answer'
import { findLedgerEntry, listLedger } from '@/store/addresses'
import type { Database } from '@/store/database'

const entriesAtATime = 500

export type Difference = { path: string; promised: Answer; got: Answer }
export type Replay = {
  ask: (path: string) => Promise<Answer>
  /** Questions under way at a time. */
  concurrency: number
  onKept: (promised: Answer) => void
  onDifference: (difference: Difference) => void
}

/**
 * Asks for every path that was ever public and compares what comes with what the ledger says. It holds one page of the ledger at a time,
 * however long that is. Where a moved path leads is a line of the ledger itself, so whether that answers is asked too.
 */
export async function replayLedger(db: Database, { ask, concurrency, onKept, onDifference }: Replay): Promise<void> {
  const entries = ledger(db)
  await Promise.all(Array.from({ length: concurrency }, work))

  async function work(): Promise<void> {
    try {
      for (;;) {
        const { value } = await entries.next()
        if (!value) return
        await compare(value)
      }
    } catch (error) {
      // Nobody goes on asking for a run that has failed.
      await entries.return(undefined)
      throw error
    }
  }

  async function compare(entry: LedgerEntry): Promise<void> {
    const got = await ask(entry.path)
    const promised = promisedAnswer(entry)
    if (keepsPromise(promised, got)) return onKept(promised)
    // The desk may have moved or killed it since the page was read.
    const now = await findLedgerEntry(db, entry.path)
    const promisedNow = promisedAnswer(now ?? entry)
    const gotNow = await ask(entry.path)
    if (keepsPromise(promisedNow, gotNow)) return onKept(promisedNow)
    onDifference({ path: entry.path, promised: promisedNow, got: gotNow })
  }
}

async function* ledger(db: Database): AsyncGenerator<LedgerEntry, undefined> {
  for (let after: string | null = null; ; ) {
    const entries: LedgerEntry[] = await listLedger(db, { after, limit: entriesAtATime })
    yield* entries.filter(({ wasPublic }) => wasPublic)
    const last = entries.at(-1)
    if (!last) return undefined
    after = last.path
  }
}

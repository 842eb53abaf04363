import { randomUUID } from 'node:crypto'
import { addDays, isoDay, startOf, dayOf } from '@/newsroom/moment'
import { trimChanges } from '@/store/changes'
import type { Database } from '@/store/database'
import { beginDay, beginHour } from '@/store/days'
import { forgetJobs } from '@/store/jobs'
import { releaseLease, takeLease } from '@/store/leases'
import { forgetPresences } from '@/store/presences'
import { queuePushes } from '@/store/queue-pushes'
import { relateDue } from '@/store/relate-due'
import { thinAutosaves } from '@/store/thin-autosaves'
import { type Running, runJobs } from './run-jobs'

const seconds = 1000
const hours = 3_600_000
const beat = 5 * seconds
const leaseLength = 20 * seconds
/** Nobody sleeps longer than this and still knows what was missed. */
const logLength = 7 * 24 * hours
/** What became of a job can be looked up for so long. */
const jobLength = 30 * 24 * hours

export type Clock = {
  /** The first beat is over: a day and an hour that began meanwhile have begun. */
  begun: Promise<void>
  /** Waits for the beat under way. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

/** The newspaper's origin, the way to other machines, and what opens the secrets that they know us by. */
export type Telling = Pick<Running, 'origin' | 'send' | 'openSealed'>

/**
 * What happens by itself because time passes: a new day and a new hour begin on every page that names them, search engines are told of
 * addresses where somebody wants that, what came in many at once is compared with the rest, old changes and jobs are forgotten, and what the editor saved by itself is thinned out. Every process
 * runs one; whoever holds the lease does the work, and when that process dies another takes over within seconds.
 */
export function startClock(db: Database, zone: string, telling: Telling): Clock {
  const holder = randomUUID()
  let timer: NodeJS.Timeout | undefined
  let tidiedAt = 0
  let thinnedAt: Date | null = null
  let isStopped = false
  let jobs: Promise<void> | undefined
  let relating: Promise<void> | undefined
  const begun = tick()
  let ticking = begun

  return {
    begun,
    async settled() {
      await ticking
      await Promise.all([jobs, relating])
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await ticking
      await relating
      // Another machine may not answer for longer than a stop may take: whoever comes next does that job again.
      await Promise.race([jobs, new Promise((resolve) => setTimeout(resolve, patience).unref())])
      await releaseLease(db, { duty, holder }).catch(() => {})
    },
  }

  async function tick(): Promise<void> {
    const at = new Date()
    try {
      if (await takeLease(db, { duty, holder, at, until: new Date(at.getTime() + leaseLength) })) await work(at)
    } catch (error) {
      // A store that cannot be reached now is asked again at the next beat; readers are told by /readyz.
      console.error('The clock missed a beat:', error instanceof Error ? error.message : error)
    }
    if (isStopped) return
    const now = new Date()
    const midnight = addDays(startOf(dayOf(now, zone), zone), 1, zone)
    timer = setTimeout(
      () => {
        ticking = tick()
      },
      Math.min(beat, midnight.getTime() - now.getTime() + 1),
    )
    timer.unref()
  }

  async function work(at: Date): Promise<void> {
    await beginDay(db, { day: isoDay(at, zone), at })
    await beginHour(db, at)
    await queuePushes(db, at)
    // Another machine may take its time, and the next day must not wait for it.
    jobs ??= runJobs(db, { ...telling, holder, now: () => new Date(), isStopped: () => isStopped })
      .catch((error) => console.error('A job could not be done:', error instanceof Error ? error.message : error))
      .finally(() => {
        jobs = undefined
      })
    relating ??= relate()
      .catch((error) => console.error('Articles could not be related:', error instanceof Error ? error.message : error))
      .finally(() => {
        relating = undefined
      })
    if (at.getTime() - tidiedAt < hours) return
    tidiedAt = at.getTime()
    await trimChanges(db, new Date(at.getTime() - logLength))
    await forgetPresences(db, at)
    await forgetJobs(db, new Date(at.getTime() - jobLength))
    await thinAutosaves(db, { at, since: thinnedAt, zone })
    thinnedAt = at
  }

  /** What an import or an update brought is compared some articles at a time, for half of the time: the rest is its readers' and editors'. */
  async function relate(): Promise<void> {
    for (let begun = performance.now(); !isStopped; begun = performance.now()) {
      if ((await relateDue(db, { take: relatedAtOnce, at: new Date() })) === null) return
      const took = performance.now() - begun
      await new Promise((resolve) => setTimeout(resolve, took))
    }
  }
}

/** As many as keep the store, and readers whose pages this process makes, waiting for a tenth of a second. */
const relatedAtOnce = 4
const duty = 'clock'
const patience = 2 * seconds

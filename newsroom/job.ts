import type { Refusal, RefusalReason } from './refusal'

/** Something to be done once, later and elsewhere, that may fail and is then tried again. */
export type Job = {
  id: number
  kind: JobKind
  /** Paths of articles that came, changed, moved or went. */
  paths: string[]
  /** How often it was begun, this time included. */
  tries: number
}

/** Whom we tell of addresses: the search engines of IndexNow, and 百度. */
export const jobKinds = ['index-now', 'baidu'] as const
export type JobKind = (typeof jobKinds)[number]

/** Why a try failed, as a refusal says it. */
export type Failure = { reason: RefusalReason; details: Record<string, string | number> }

const minute = 60_000
const waits = [1, 5, 30, 120, 720].map((minutes) => minutes * minute)
/** Begun so often and not finished, a job is given up. */
export const mostTries = waits.length + 1

/** Answers that another try would not change: a wrong key, an address that is not theirs to take. */
const final = new Set([400, 401, 403, 404, 405, 410, 422])

/** When a job that failed is tried again: later each time. Null when it is given up, since it was tried often enough or would fail again. */
export function nextTry({ tries }: Pick<Job, 'tries'>, { reason, details }: Failure, at: Date): Date | null {
  if (reason === 'push-not-taken' || reason === 'secret-shut') return null
  if (reason === 'outside-status' && final.has(Number(details.status))) return null
  const wait = waits[tries - 1]
  return wait === undefined ? null : new Date(at.getTime() + wait)
}

/** The failure that a refusal says. */
export function toFailure({ reason, details }: Refusal): Failure {
  return { reason, details }
}

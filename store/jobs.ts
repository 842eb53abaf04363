import { z } from 'zod'
import { type Failure, type Job, type JobKind, jobKinds } from '@/newsroom/job'
import { refusalReasons } from '@/newsroom/refusal'
import type { Database, Transaction } from './database'
import type { Prisma } from './generated/sqlite/client'

const jobStates = ['waiting', 'done', 'failed'] as const
type JobState = (typeof jobStates)[number]

/** A job as it stands, for who looks at them. */
export type JobRecord = Job & {
  state: JobState
  createdAt: Date
  /** When it is to be tried, while it waits. */
  dueAt: Date
  /** When it was done or given up. */
  finishedAt: Date | null
  /** Why the last try failed. */
  failure: Failure | null
}

/** Puts a job into the queue, in the transaction of what it is about: it will be done at least once. */
export async function addJob(
  tx: Transaction,
  { kind, paths, at }: { kind: JobKind; paths: string[]; at: Date },
): Promise<void> {
  await tx.job.create({ data: { kind, paths, state: 'waiting', tries: 0, createdAt: at, dueAt: at } })
}

/**
 * Takes the job that has been due for longest, until a moment: whoever dies with it loses it then to another. Null when none is due, or
 * all are taken.
 */
export async function takeJob(
  db: Database,
  { holder, at, until }: { holder: string; at: Date; until: Date },
): Promise<Job | null> {
  // Most of the time there is nothing to do, which is no reason to queue for a transaction.
  if ((await findDue(db, at)) === null) return null
  return db.$transaction(async (tx) => {
    const due = await findDue(tx, at)
    if (!due) return null
    const row = await tx.job.update({
      where: { id: due.id },
      data: { holder, heldUntil: until, tries: { increment: 1 } },
    })
    return toJob(row)
  })
}

function findDue(where: Database | Transaction, at: Date): Promise<{ id: number } | null> {
  return where.job.findFirst({
    where: { state: 'waiting', dueAt: { lte: at }, OR: [{ heldUntil: null }, { heldUntil: { lte: at } }] },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
}

/** Says that a job is done; false where it was lost to another meanwhile. */
export async function finishJob(
  db: Database,
  { id, holder, at }: { id: number; holder: string; at: Date },
): Promise<boolean> {
  return end(db, { id, holder }, { state: 'done', finishedAt: at })
}

/** Says why a job failed, and when it is to be tried again: null gives it up. False where it was lost to another meanwhile. */
export async function failJob(
  db: Database,
  { id, holder, at, failure, next }: { id: number; holder: string; at: Date; failure: Failure; next: Date | null },
): Promise<boolean> {
  const then = next ? { dueAt: next } : { state: 'failed', finishedAt: at }
  return end(db, { id, holder }, { ...then, failure: { ...failure } })
}

/** Has a job that was given up tried again, as if for the first time; false where it was not. */
export async function retryJob(db: Database, { id, at }: { id: number; at: Date }): Promise<boolean> {
  const { count } = await db.job.updateMany({
    where: { id, state: 'failed' },
    data: { state: 'waiting', tries: 0, dueAt: at, finishedAt: null },
  })
  return count > 0
}

async function end(
  db: Database,
  { id, holder }: { id: number; holder: string },
  data: Prisma.JobUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await db.job.updateMany({
    where: { id, holder, state: 'waiting' },
    data: { ...data, holder: null, heldUntil: null },
  })
  return count > 0
}

/** The jobs, newest first: all, or those in one state. */
export async function listJobs(
  db: Database,
  { state, limit }: { state?: JobState; limit: number },
): Promise<JobRecord[]> {
  const rows = await db.job.findMany({ where: { state }, orderBy: { id: 'desc' }, take: limit })
  return rows.map((row) => ({
    ...toJob(row),
    state: z.enum(jobStates).parse(row.state),
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    finishedAt: row.finishedAt,
    failure: row.failure === null ? null : failure.parse(row.failure),
  }))
}

/** How many jobs are in each state. */
export async function countJobs(db: Database): Promise<Record<JobState, number>> {
  const groups = await db.job.groupBy({ by: ['state'], _count: { _all: true } })
  const counts = new Map(groups.map(({ state, _count }) => [state, _count._all]))
  return {
    waiting: counts.get('waiting') ?? 0,
    done: counts.get('done') ?? 0,
    failed: counts.get('failed') ?? 0,
  }
}

/** Forgets jobs that came to their end before a moment. */
export async function forgetJobs(db: Database, before: Date): Promise<void> {
  await db.job.deleteMany({ where: { state: { in: ['done', 'failed'] }, finishedAt: { lt: before } } })
}

const failure = z.object({
  reason: z.enum(refusalReasons),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
const paths = z.array(z.string())

function toJob(row: { id: number; kind: string; paths: unknown; tries: number }): Job {
  return { id: row.id, kind: z.enum(jobKinds).parse(row.kind), paths: paths.parse(row.paths), tries: row.tries }
}

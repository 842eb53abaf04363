import { type Job, mostTries, nextTry, toFailure } from '@/newsroom/job'
import { type PushKeys, type PushRequest, pushRequest, refusalIn } from '@/newsroom/push-request'
import { Refusal } from '@/newsroom/refusal'
import type { Database } from '@/store/database'
import { failJob, finishJob, takeJob } from '@/store/jobs'
import { readPushSettings } from '@/store/push-settings'

export type Running = {
  /** The newspaper's public origin. */
  origin: string
  /** Sends a request to another machine and gives its answer; throws a Refusal where it was not taken. */
  send: (request: PushRequest) => Promise<string>
  /** Opens what the store keeps sealed; null where our key does not open it. */
  openSealed: (sealed: string) => Promise<string | null>
  holder: string
  now: () => Date
  isStopped: () => boolean
}

/** Longer than a request may take: who still has a job by then has died with it. */
const holding = 60_000

/** Does the jobs that are due, one after the other, until there is none or it is to stop. Each is done at least once, or given up with why. */
export async function runJobs(
  db: Database,
  { origin, send, openSealed, holder, now, isStopped }: Running,
): Promise<void> {
  while (!isStopped()) {
    const at = now()
    const job = await takeJob(db, { holder, at, until: new Date(at.getTime() + holding) })
    if (!job) return
    const refusal = await attempt(job)
    const end = { id: job.id, holder, at: now() }
    if (refusal === null) await finishJob(db, end)
    else {
      const failure = toFailure(refusal)
      await failJob(db, { ...end, failure, next: nextTry(job, failure, end.at) })
    }
  }

  async function attempt(job: Job): Promise<Refusal | null> {
    // One that was begun so often and never came to an end takes its process with it.
    if (job.tries > mostTries) return new Refusal('job-lost', { tries: job.tries - 1 })
    try {
      const request = pushRequest(job, await openKeys(job), origin)
      return request && refusalIn(job.kind, await send(request))
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  /** Keys are those of now, not of when the job was made. */
  async function openKeys({ kind }: Job): Promise<PushKeys> {
    const { indexNow, baidu } = await readPushSettings(db)
    const token = baidu && kind === 'baidu' ? await openSealed(baidu.sealedToken) : null
    if (baidu && kind === 'baidu' && token === null) throw new Refusal('secret-shut')
    return { 'index-now': indexNow?.key ?? null, baidu: token }
  }
}

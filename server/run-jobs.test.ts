import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostTries } from '@/newsroom/job'
import { noPush, type PushRequest } from '@/newsroom/push-request'
import { Refusal } from '@/newsroom/refusal'
import type { Database } from '@/store/database'
import { addJob, listJobs, retryJob, takeJob } from '@/store/jobs'
import { changePushSettings } from '@/store/push-settings'
import { openScratchDatabase } from '@/store/scratch-database'
import { runJobs } from './run-jobs'

const start = new Date('2026-11-24T00:00:00Z')
let now = start
let db: Database
let close: () => Promise<void>
let sent: PushRequest[] = []

beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
  now = start
  sent = []
  await changePushSettings(db, () => ({ indexNow: null, baidu: { sealedToken: 'sealed t' } }), start)
})
afterEach(() => close())

const add = (...paths: string[]) => db.$transaction((tx) => addJob(tx, { kind: 'baidu', paths, at: start }))
const taken = async (request: PushRequest) => {
  sent.push(request)
  return ''
}
const run = (
  send = taken,
  isStopped = () => false,
  openSealed = async (text: string): Promise<string | null> => text,
) => runJobs(db, { origin: 'https://tangzhou.example', send, openSealed, holder: 'clock', now: () => now, isStopped })
const passes = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const refuse = (status: number) => async () => {
  throw new Refusal('outside-status', { host: 'data.zz.baidu.com', status })
}

describe('jobs', () => {
  it('are done one after the other, once each', async () => {
    await add('/a.html')
    await add('/b.html')
    await run()
    await run()
    expect(sent.map(({ body }) => body)).toEqual(['https://tangzhou.example/a.html', 'https://tangzhou.example/b.html'])
    expect((await listJobs(db, { limit: 9 })).map(({ state }) => state)).toEqual(['done', 'done'])
  })
  it('that fail are tried again later and later, until they are given up with the reason', async () => {
    await add('/a.html')
    let tries = 0
    for (let minutes = 0; minutes < 24 * 60; minutes++) {
      await run(async () => {
        tries++
        return refuse(503)()
      })
      passes(1)
      if (minutes === 0) expect(await listJobs(db, { limit: 1 })).toMatchObject([{ state: 'waiting', tries: 1 }])
    }
    expect(tries).toBe(mostTries)
    expect(await listJobs(db, { limit: 9 })).toMatchObject([
      { state: 'failed', tries, failure: { reason: 'outside-status', details: { status: 503 } } },
    ])
  })
  it('that are refused for good are given up at once, and the next is done', async () => {
    await add('/a.html')
    await add('/b.html')
    await run(async (request) => {
      if (request.body.includes('a.html')) await refuse(401)()
      return taken(request)
    })
    expect((await listJobs(db, { limit: 9 })).map(({ state }) => state)).toEqual(['done', 'failed'])
  })
  it('that 百度 answers well and takes nothing of are given up with the reason', async () => {
    await add('/a.html')
    await run(async () => '{"success":0,"not_same_site":["https://tangzhou.example/a.html"]}')
    expect(await listJobs(db, { limit: 9 })).toMatchObject([
      { state: 'failed', failure: { reason: 'push-not-taken', details: { count: 1 } } },
    ])
  })
  it('whose token cannot be opened any more are given up, and tried again when somebody asks', async () => {
    await add('/a.html')
    await run(undefined, undefined, async () => null)
    const [job] = await listJobs(db, { limit: 9 })
    expect(job).toMatchObject({ state: 'failed', failure: { reason: 'secret-shut' } })
    expect(await retryJob(db, { id: job?.id ?? 0, at: now })).toBe(true)
    await run()
    expect(await listJobs(db, { limit: 9 })).toMatchObject([{ state: 'done' }])
    expect(await retryJob(db, { id: job?.id ?? 0, at: now })).toBe(false)
  })
  it('for a service that is told nothing any more are done with', async () => {
    await add('/a.html')
    await changePushSettings(db, () => noPush, start)
    await run()
    expect(sent).toEqual([])
    expect(await listJobs(db, { limit: 9 })).toMatchObject([{ state: 'done' }])
  })
  it('that take their process with them every time are given up in the end', async () => {
    await add('/a.html')
    for (let count = 0; count < mostTries; count++) {
      await takeJob(db, { holder: `dead ${count}`, at: now, until: new Date(now.getTime() + 60_000) })
      passes(1)
    }
    await run()
    expect(sent).toEqual([])
    expect(await listJobs(db, { limit: 9 })).toMatchObject([{ state: 'failed', failure: { reason: 'job-lost' } }])
  })
  it('wait for another time when it is to stop, and when something breaks', async () => {
    await add('/a.html')
    await run(undefined, () => true)
    expect(sent).toEqual([])
    await expect(run(() => Promise.reject(new TypeError('a mistake of ours')))).rejects.toThrow('a mistake of ours')
    await run()
    expect(sent).toEqual([])
    passes(1)
    await run()
    expect(sent).toHaveLength(1)
  })
})

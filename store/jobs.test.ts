import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '@/newsroom/job'
import type { Database } from './database'
import { addJob, countJobs, failJob, finishJob, forgetJobs, listJobs, takeJob } from './jobs'
import { openScratchDatabase } from './scratch-database'

const start = new Date('2026-11-24T00:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const failure: Failure = { reason: 'outside-status', details: { host: 'x', status: 503 } }

let db: Database
let close: () => Promise<void>
beforeEach(async () => {
  ;({ db, close } = await openScratchDatabase())
})
afterEach(() => close())

const add = (minutes: number, ...paths: string[]) =>
  db.$transaction((tx) => addJob(tx, { kind: 'baidu', paths, at: later(minutes) }))
const take = (holder: string, minutes: number, length = 1) =>
  takeJob(db, { holder, at: later(minutes), until: later(minutes + length) })

describe('the queue of jobs', () => {
  it('gives the one that has been due for longest, and none before it is due', async () => {
    await add(2, '/b.html')
    await add(1, '/a.html')
    expect(await take('one', 0)).toBeNull()
    expect(await take('one', 3)).toMatchObject({ kind: 'baidu', paths: ['/a.html'], tries: 1 })
    expect(await take('one', 3)).toMatchObject({ paths: ['/b.html'] })
    expect(await take('one', 3)).toBeNull()
  })
  it('gives each to one of two who take at once', async () => {
    for (let count = 0; count < 20; count++) await add(0, `/${count}.html`)
    const all = async (holder: string) => {
      const ids: number[] = []
      for (let job = await take(holder, 1); job; job = await take(holder, 1)) ids.push(job.id)
      return ids
    }
    const [one, other] = await Promise.all([all('one'), all('other')])
    expect(new Set([...one, ...other]).size).toBe(20)
    expect(one.length + other.length).toBe(20)
  })
  it('gives a job again when whoever had it died with it, and takes no word from the dead', async () => {
    await add(0, '/a.html')
    const first = await take('dead', 1)
    const id = first?.id ?? 0
    expect(await take('alive', 1.5)).toBeNull()
    expect(await take('alive', 2)).toMatchObject({ id, tries: 2 })
    expect(await finishJob(db, { id, holder: 'dead', at: later(2) })).toBe(false)
    expect(await failJob(db, { id, holder: 'dead', at: later(2), failure, next: null })).toBe(false)
    expect(await finishJob(db, { id, holder: 'alive', at: later(2) })).toBe(true)
    expect(await finishJob(db, { id, holder: 'alive', at: later(2) })).toBe(false)
    expect(await take('alive', 99)).toBeNull()
  })
  it('keeps why a try failed and tries again when it was told to, or gives up', async () => {
    await add(0, '/a.html')
    const { id = 0 } = (await take('one', 1)) ?? {}
    await failJob(db, { id, holder: 'one', at: later(1), failure, next: later(6) })
    expect(await listJobs(db, { limit: 9 })).toMatchObject([
      { id, state: 'waiting', tries: 1, dueAt: later(6), finishedAt: null, failure },
    ])
    expect(await take('one', 5)).toBeNull()
    expect(await take('one', 6)).toMatchObject({ id, tries: 2 })
    await failJob(db, { id, holder: 'one', at: later(7), failure, next: null })
    expect(await listJobs(db, { state: 'failed', limit: 9 })).toMatchObject([{ id, finishedAt: later(7), failure }])
    expect(await take('one', 99)).toBeNull()
  })
  it('is gone with the transaction that it was put in by', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await addJob(tx, { kind: 'index-now', paths: ['/a.html'], at: start })
        throw new Error('and then it failed')
      }),
    ).rejects.toThrow('and then it failed')
    expect(await countJobs(db)).toEqual({ waiting: 0, done: 0, failed: 0 })
  })
  it('tells how many there are, and forgets those that ended long ago', async () => {
    for (const minutes of [0, 1, 2, 3]) await add(minutes, '/a.html')
    const [one, two, three] = [await take('x', 9), await take('x', 9), await take('x', 9)]
    await finishJob(db, { id: one?.id ?? 0, holder: 'x', at: later(10) })
    await failJob(db, { id: two?.id ?? 0, holder: 'x', at: later(20), failure, next: null })
    await failJob(db, { id: three?.id ?? 0, holder: 'x', at: later(20), failure, next: later(30) })
    expect(await countJobs(db)).toEqual({ waiting: 2, done: 1, failed: 1 })
    await forgetJobs(db, later(15))
    expect(await countJobs(db)).toEqual({ waiting: 2, done: 0, failed: 1 })
    await forgetJobs(db, later(1000))
    expect(await countJobs(db)).toEqual({ waiting: 2, done: 0, failed: 0 })
  })
})

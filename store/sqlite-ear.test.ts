import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Identity } from '@/newsroom/identity'
import { appendChange, findNewestChange, trimChanges } from './changes'
import type { Database } from './database'
import { type Ear, hearChanges } from './hear-changes'
import { openScratchDatabase } from './scratch-database'

const at = new Date('2026-11-24T01:00:00Z')
type Heard = (readonly Identity[] | 'everything')[]

let db: Database
let url: string
let close: () => Promise<void>
let ear: Ear
let heard: Heard
const writers: ChildProcess[] = []

beforeEach(async () => {
  ;({ db, url, close } = await openScratchDatabase())
  heard = []
  ear = await hearChanges(url, (touched) => void heard.push(touched))
})
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.kill('SIGKILL')
  await ear.close()
  await close()
})

/** No request is answered with anything older than a millisecond. */
const listen = async () => {
  await sleep(2)
  expect(ear.isCurrent()).toBe(true)
  return heard
}
const change = (id: number) => db.$transaction((tx) => appendChange(tx, { addresses: [`/${id}`] }, { act: 'move', at }))

/** Another process that writes to the same file, each change in a transaction of its own with a row beside it, and says when each is done. */
function writer(name: string, count: number): { done: Promise<void>; said: () => string[] } {
  const program = `
    import Database from 'libsql'
    const db = new Database(${JSON.stringify(url.slice('file:'.length))}, { timeout: 20000 })
    const say = db.prepare("INSERT INTO change (at, act, touched) VALUES (?, 'move', ?)")
    const note = db.prepare("INSERT INTO setting (key, value, version, updatedAt) VALUES (?, '1', 1, 0)")
    for (let count = 0; count < ${count}; count++) {
      const touched = JSON.stringify(['address:/${name}/' + count])
      db.exec('BEGIN IMMEDIATE')
      note.run('${name}-' + count)
      say.run(Date.now(), touched)
      db.exec('COMMIT')
      process.stdout.write(touched + '\\n')
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  writers.push(child)
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  const done = new Promise<void>((resolve, reject) =>
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`)))),
  )
  return { done, said: () => said.split('\n').filter(Boolean) }
}
const inWords = (given: Heard) => given.map((touched) => JSON.stringify(touched))

describe('a process that listens', () => {
  it('hears what another process commits: each change once, in order, and none after the writer has said it is done', async () => {
    const { done, said } = writer('a', 200)
    let isDone = false
    void done.then(() => {
      isDone = true
    })
    while (!isDone) {
      const before = said()
      ear.isCurrent()
      // What was committed when we asked, we have heard; what came since the last millisecond may be on its way.
      await sleep(2)
      ear.isCurrent()
      expect(inWords(heard).slice(0, before.length)).toEqual(before)
    }
    await done
    expect(inWords(await listen())).toEqual(said())
    expect(heard).toHaveLength(200)
    await listen()
    expect(heard).toHaveLength(200)
  })

  it('hears all of four processes that write at once', async () => {
    const all = ['a', 'b', 'c', 'd'].map((name) => writer(name, 60))
    const finished = Promise.all(all.map(({ done }) => done))
    let isDone = false
    void finished.then(() => {
      isDone = true
    })
    while (!isDone) {
      ear.isCurrent()
      await sleep(1)
    }
    await finished
    const words = inWords(await listen())
    expect(words).toHaveLength(240)
    expect(new Set(words).size).toBe(240)
    for (const { said } of all) expect(words.filter((one) => said().includes(one))).toEqual(said())
  })

  it('hears the first change there ever was, and several at once', async () => {
    for (const id of [1, 2, 3]) await change(id)
    expect(await listen()).toEqual([['address:/1'], ['address:/2'], ['address:/3']])
  })

  it('hears nothing of what was before it', async () => {
    await change(1)
    const later: Heard = []
    const second = await hearChanges(url, (touched) => void later.push(touched))
    second.isCurrent()
    await change(2)
    await sleep(2)
    second.isCurrent()
    await second.close()
    expect(later).toEqual([['address:/2']])
  })

  it('is told nothing when what was written is none of the readers’: a setting, a lease, a vacuum, a checkpoint', async () => {
    await db.lease.create({ data: { duty: 'x', holder: 'y', until: at } })
    await listen()
    await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
    await listen()
    await db.$executeRaw`VACUUM`
    expect(await listen()).toEqual([])
    await change(1)
    expect(await listen()).toEqual([['address:/1']])
  })

  it('hears of an act when it is committed and not before, and never of one that was rolled back', async () => {
    await db.$transaction(async (tx) => {
      await appendChange(tx, { addresses: ['/1'] }, { act: 'move', at })
      expect(await listen()).toEqual([])
    })
    expect(await listen()).toHaveLength(1)
    await db
      .$transaction(async (tx) => {
        await appendChange(tx, { addresses: ['/2'] }, { act: 'move', at })
        throw new Error('no')
      })
      .catch(() => {})
    await change(3)
    expect(await listen()).toEqual([['address:/1'], ['address:/3']])
  })

  it('is not held up by somebody who is writing', async () => {
    await db.$transaction(async (tx) => {
      await appendChange(tx, { addresses: ['/1'] }, { act: 'move', at })
      const began = performance.now()
      await listen()
      expect(performance.now() - began).toBeLessThan(1000)
    })
  })

  it('drops everything, once, when the log was trimmed beyond what it knew, and listens on', async () => {
    await change(1)
    await listen()
    for (const id of [2, 3, 4]) await change(id)
    await trimChanges(db, new Date(at.getTime() + 1))
    expect(await listen()).toEqual([['address:/1'], 'everything'])
    expect(await listen()).toHaveLength(2)
    await change(5)
    expect((await listen()).slice(2)).toEqual([['address:/5']])
  })

  it('drops nothing when only what it had heard was trimmed', async () => {
    for (const id of [1, 2, 3]) await change(id)
    await listen()
    await trimChanges(db, new Date(at.getTime() + 1))
    expect(await listen()).toHaveLength(3)
    await change(4)
    expect((await listen()).slice(3)).toEqual([['address:/4']])
  })

  it('drops everything when the log is another one, shorter than it was', async () => {
    for (const id of [1, 2, 3]) await change(id)
    await listen()
    await db.change.deleteMany({ where: { id: { gt: 1 } } })
    expect((await listen()).slice(3)).toEqual(['everything'])
  })

  it('takes a change of an import with twenty thousand identities in its stride', async () => {
    const addresses = Array.from({ length: 20_000 }, (_, number) => `/emnews/2026/11/24/${number}.html`)
    await db.$transaction((tx) => appendChange(tx, { addresses }, { act: 'import', at }))
    const began = performance.now()
    const [touched] = await listen()
    expect(touched).toHaveLength(20_000)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('asks at most once a millisecond, however many readers come', async () => {
    await listen()
    const began = performance.now()
    for (let count = 0; count < 100_000; count++) ear.isCurrent()
    expect(performance.now() - began).toBeLessThan(1000)
    expect(await findNewestChange(db)).toBe(0)
  })
})

import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Identity } from '@/newsroom/identity'
import { appendChange } from './changes'
import type { Database } from './database'
import { type Ear, hearChanges } from './hear-changes'
import { openScratchDatabase } from './scratch-database'
import { shutPostgresql } from './scratch-postgresql'

const at = new Date('2026-11-24T01:00:00Z')
const server = process.env.DIBAO_TEST_POSTGRESQL ?? ''

let db: Database
let url: string
let close: () => Promise<void>
let ear: Ear
let heard: (readonly Identity[] | 'everything')[]

beforeEach(async () => {
  ;({ db, url, close } = await openScratchDatabase())
  heard = []
  ear = await hearChanges(url, (touched) => void heard.push(touched))
})
afterEach(async () => {
  await ear.close()
  await close()
})

const change = (id: number) => db.$transaction((tx) => appendChange(tx, { addresses: [`/${id}`] }, { act: 'move', at }))
const soon = { timeout: 20_000, interval: 20 }

/** Ends the connection that the ear listens on, as a server that restarts would. */
async function cutOff(): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dibao ear' AND datname = $1",
    [new URL(url).pathname.slice(1)],
  )
  await client.end()
}

/** Another process that writes to the same store, through the same adapter's lock, holding some commits back for a moment. */
function writer(name: string, count: number): Promise<void> {
  const program = `
    import { setTimeout as sleep } from 'node:timers/promises'
    import { openDatabase } from '@/store/database'
    import { appendChange } from '@/store/changes'
    const db = await openDatabase(${JSON.stringify(url)})
    for (let count = 0; count < ${count}; count++)
      await db.$transaction(async (tx) => {
        await tx.setting.create({ data: { key: '${name}-' + count, value: 1, version: 1, updatedAt: new Date() } })
        await appendChange(tx, { addresses: ['/${name}/' + count] }, { act: 'move', at: new Date() })
        if (count % 3 === 0) await sleep(Math.random() * 8)
      })
    await db.$disconnect()`
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program],
    { cwd: `${import.meta.dirname}/..`, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  return new Promise((resolve, reject) =>
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`)))),
  )
}

describe('a process that listens to PostgreSQL', () => {
  it('has heard its own commit when it is told that it was one', async () => {
    for (let id = 1; id <= 20; id++) {
      await change(id)
      expect(heard).toHaveLength(id)
    }
  })

  it('hears nothing of what was before it, nor of what was rolled back', async () => {
    await change(1)
    const later: typeof heard = []
    const second = await hearChanges(url, (touched) => void later.push(touched))
    await db
      .$transaction(async (tx) => {
        await appendChange(tx, { addresses: ['/2'] }, { act: 'move', at })
        throw new Error('no')
      })
      .catch(() => {})
    await change(3)
    await second.close()
    expect(later).toEqual([['address:/3']])
  })

  it('skips none of four processes that write at once, though its connection is cut again and again', async () => {
    const each = 60
    const names = ['a', 'b', 'c', 'd']
    let isDone = false
    const written = Promise.all(names.map((name) => writer(name, each))).finally(() => {
      isDone = true
    })
    let cuts = 0
    while (!isDone) {
      await sleep(300)
      await cutOff()
      cuts++
    }
    await written
    await vi.waitFor(() => expect(heard).toHaveLength(names.length * each), soon)
    expect(cuts).toBeGreaterThan(1)
    for (const name of names)
      expect(heard.flat().filter((identity) => identity.startsWith(`address:/${name}/`))).toEqual(
        Array.from({ length: each }, (_, count) => `address:/${name}/${count}`),
      )
  })

  it('is deaf while the server is away, and hears what it has missed before it can hear again', async () => {
    await change(1)
    await shutPostgresql(server, url, true)
    await vi.waitFor(() => expect(ear.isCurrent()).toBe(false), soon)
    await sleep(300)
    expect(ear.isCurrent()).toBe(false)
    await shutPostgresql(server, url, false)
    await change(2)
    await vi.waitFor(() => expect(ear.isCurrent()).toBe(true), soon)
    expect(heard).toEqual([['address:/1'], ['address:/2']])
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { type Connection, openConnection } from '../http/connection'
import { requestFor } from '../http/request'
import { type Expectation, judge, type Read } from './freshness'
import type { Surface } from './surfaces'

/** What readers found: how often they looked, and what was not as it had to be. */
export type Found = {
  reads: number
  stale: { surface: string; port: number; age: number; seen: string; act: number }[]
  /** Answers that showed both sides of an act under way. */
  mixed: number
  broken: string[]
  /** Acts that a surface did not show while we waited. */
  never: string[]
  /** For each act, surface and server: milliseconds from the publisher's answer to the first answer that showed it. */
  firstFresh: { surface: string; act: number; port: number; after: number }[]
}

export type Readers = {
  found: Found
  /** Whom the readers read from now on. */
  turnTo: (surfaces: Surface[]) => void
  expect: (surface: Surface, expectation: Expectation) => void
  /** Asks every surface of every server at once on fresh connections, and again until all show the act or patience ends. */
  probe: (surfaces: Surface[], act: number) => Promise<void>
  stop: () => Promise<void>
}

const connectionsEach = 12
const patience = 3000
/** With two workers a machine, two fresh connections reach both. */
const probesEach = 2

/** Readers who never stop: `rate` reads a second over all surfaces and servers, in both codings. */
export function startReaders(ports: number[], rate: number): Readers {
  const found: Found = { reads: 0, stale: [], mixed: 0, broken: [], never: [], firstFresh: [] }
  const histories = new Map<string, Expectation[]>()
  const waiting = new Set<string>()
  const pools = ports.map((port) => ({
    port,
    connections: Array.from({ length: connectionsEach }, () => openConnection(port)),
  }))
  let surfaces: Surface[] = []
  let isRunning = true
  let turn = 0

  async function read(connection: Connection, port: number, { name, path, see }: Surface): Promise<void> {
    const sentAt = performance.now()
    const client = turn++ % 2 === 0 ? 'brotli' : 'gzip'
    try {
      const answer = await connection.ask(requestFor(path, client))
      const receivedAt = performance.now()
      const seen = answer.status >= 500 ? `status ${answer.status}` : see(answer)
      note({ name, path }, port, { sentAt, receivedAt, seen })
    } catch (error) {
      found.broken.push(`${path}: ${error instanceof Error ? error.message : error}`)
    }
  }

  function note({ name, path }: Pick<Surface, 'name' | 'path'>, port: number, seen: Read): void {
    found.reads++
    const history = histories.get(path)
    const newest = history?.at(-1)
    if (!history || !newest) return
    const verdict = judge(history, seen)
    if (verdict.is === 'mixed') found.mixed++
    if (verdict.is === 'stale')
      found.stale.push({ surface: name, port, age: verdict.age, seen: seen.seen, act: verdict.act })
    const key = keyOf(path, newest.act, port)
    if (newest.expected !== seen.seen || !waiting.has(key) || newest.answeredAt === Number.POSITIVE_INFINITY) return
    waiting.delete(key)
    found.firstFresh.push({
      surface: name,
      act: newest.act,
      port,
      after: Math.max(0, seen.receivedAt - newest.answeredAt),
    })
  }

  async function run(): Promise<void> {
    const started = performance.now()
    for (let count = 0; isRunning; count++) {
      const due = started + (count * 1000) / rate
      while (performance.now() < due) await sleep(Math.max(1, due - performance.now()))
      const pool = pools[count % pools.length]
      const surface = surfaces[Math.floor(count / pools.length) % Math.max(1, surfaces.length)]
      const connection = pool?.connections.find((each) => each.isFree())
      // A reader whom a slow server keeps waiting asks nothing else meanwhile.
      if (pool && surface && connection) void read(connection, pool.port, surface)
    }
  }
  const running = run()

  return {
    found,
    turnTo(next) {
      surfaces = next
    },
    expect({ path }, expectation) {
      const history = histories.get(path) ?? []
      const same = history.findIndex(({ act }) => act === expectation.act)
      if (same >= 0) history[same] = expectation
      else history.push(expectation)
      histories.set(path, history)
      for (const port of ports) waiting.add(keyOf(path, expectation.act, port))
    },
    async probe(asked, act) {
      const late = performance.now() + patience
      const once = async () => {
        const connections: Connection[] = []
        const reads = ports.flatMap((port) =>
          asked.flatMap((surface) =>
            Array.from({ length: probesEach }, () => {
              const connection = openConnection(port)
              connections.push(connection)
              return read(connection, port, surface)
            }),
          ),
        )
        await Promise.all(reads)
        for (const connection of connections) connection.close()
      }
      const keys = asked.flatMap(({ path }) => ports.map((port) => keyOf(path, act, port)))
      await once()
      while (keys.some((key) => waiting.has(key)) && performance.now() < late) await once()
      for (const key of keys) if (waiting.delete(key)) found.never.push(`${key}`)
    },
    async stop() {
      isRunning = false
      await running
      for (const { connections } of pools) for (const connection of connections) connection.close()
    },
  }
}

function keyOf(path: string, act: number, port: number): string {
  return `${path} act ${act} port ${port}`
}

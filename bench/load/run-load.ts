import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, headerOf } from '../http/answer-reader'
import { type Connection, openConnection } from '../http/connection'
import { quantile } from '../report/quantile'
import type { LoadPlan, LoadResult, PlannedRequest } from './load-plan'

/** Loads a server as planned, looking at the status and the length of every answer. */
export async function runLoad({
  port,
  requests,
  connections,
  seconds,
  rate,
  once = false,
}: LoadPlan): Promise<LoadResult> {
  const times: number[] = []
  const wrongs: string[] = []
  const reports: Record<string, number> = {}
  let wrong = 0
  let wireBytes = 0
  let sent = 0
  const pool = Array.from({ length: connections }, () => openConnection(port))
  const started = performance.now()
  const end = started + seconds * 1000
  const most = once ? requests.length : Number.POSITIVE_INFINITY

  async function ask(connection: Connection, due: number): Promise<void> {
    const request = requests[sent++ % requests.length]
    if (!request) return
    try {
      const answer = await connection.ask(request.text)
      times.push(performance.now() - due)
      wireBytes += answer.wireBytes
      const report = headerOf(answer.head, 'x-dibao-page')
      if (report !== null) reports[report] = (reports[report] ?? 0) + 1
      if (!isExpected(answer, request))
        fail(`${firstLine(request)} answered ${answer.status} with ${answer.body.length} bytes`)
    } catch (error) {
      fail(`${firstLine(request)}: ${error instanceof Error ? error.message : error}`)
      await sleep(5)
    }
  }
  function fail(why: string): void {
    wrong++
    if (wrongs.length < 5) wrongs.push(why)
  }

  const unsent = rate === null ? await closedLoop() : await atRate(rate)
  for (const connection of pool) connection.close()
  const took = (performance.now() - started) / 1000
  const answers = times.length
  return {
    answers,
    unsent,
    seconds: took,
    wireBytes,
    wrong,
    wrongs,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    reports,
  }

  async function closedLoop(): Promise<number> {
    await Promise.all(
      pool.map(async (connection) => {
        while (sent < most && performance.now() < end) await ask(connection, performance.now())
      }),
    )
    return 0
  }

  /** A request that is due while all connections wait is late, and its wait counts: a slow server must not slow the question down. */
  async function atRate(perSecond: number): Promise<number> {
    const total = Math.min(most, Math.floor(seconds * perSecond))
    const queue: number[] = []
    const free = [...pool]
    const under: Promise<void>[] = []
    const send = (due: number) => {
      const connection = free.pop()
      if (!connection) return void queue.push(due)
      under.push(
        ask(connection, due).then(() => {
          free.push(connection)
          const next = queue.shift()
          if (next !== undefined && performance.now() < end) send(next)
          else if (next !== undefined) queue.unshift(next)
        }),
      )
    }
    for (let index = 0; index < total; index++) {
      const due = started + (index * 1000) / perSecond
      // A timer wakes late by up to a millisecond: that is ours, not the server's, so time counts from when we woke.
      while (performance.now() < due) await sleep(Math.max(1, due - performance.now()))
      send(performance.now())
    }
    for (let index = 0; index < under.length; index++) await under[index]
    return queue.length
  }
}

function isExpected({ status, body }: Answer, request: PlannedRequest): boolean {
  return status === request.status && body.length >= request.leastBytes && body.length <= request.mostBytes
}

function firstLine({ text }: PlannedRequest): string {
  return text.slice(0, text.indexOf(' HTTP/'))
}

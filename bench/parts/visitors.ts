import { setTimeout as sleep } from 'node:timers/promises'
import { BrokenAnswer, openConnection } from '../http/connection'
import { requestFor } from '../http/request'

/** What visitors met: every request of theirs ends in one of these. */
export type Met = {
  answered: number
  refused: number
  /** Taken, and then no whole answer: on a connection of its own, or on one that was kept. */
  cut: { isKept: boolean; reason: string; sentAt: number }[]
  /** Answers that were not the page. */
  wrong: number
  /** When whole answers came. */
  times: number[]
}

const most = 40

/** Visitors who come at a steady rate, half of them on kept connections, half with one for each request. */
export function sendVisitors(port: number, path: string, rate: number): { met: Met; stop: () => Promise<Met> } {
  const met: Met = { answered: 0, refused: 0, cut: [], wrong: 0, times: [] }
  const pool = Array.from({ length: 16 }, () => openConnection(port))
  const under = new Set<Promise<void>>()
  let isRunning = true

  const running = (async () => {
    const started = performance.now()
    for (let count = 0; isRunning; count++) {
      const due = started + (count * 1000) / rate
      while (performance.now() < due) await sleep(Math.max(1, due - performance.now()))
      const isKept = count % 2 === 0
      const connection = isKept ? pool.find((one) => one.isFree()) : openConnection(port)
      if (!connection || under.size >= most) continue
      const visit = ask(connection, isKept).finally(() => under.delete(visit))
      under.add(visit)
    }
  })()

  async function ask(connection: ReturnType<typeof openConnection>, isKept: boolean): Promise<void> {
    const sentAt = performance.now()
    const headers: Record<string, string> = isKept ? {} : { connection: 'close' }
    try {
      const { status } = await connection.ask(requestFor(path, 'brotli', headers))
      met.times.push(performance.now())
      if (status === 200) met.answered++
      else met.wrong++
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error
      if (error.wasConnected) met.cut.push({ isKept: error.wasKept, reason: error.message, sentAt })
      else met.refused++
    } finally {
      if (!isKept) connection.close()
    }
  }

  return {
    met,
    async stop() {
      isRunning = false
      await running
      await Promise.all(under)
      for (const connection of pool) connection.close()
      return met
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../http/free-port'
import { treeOf } from '../process/process-tree'
import type { Finding } from '../report/finding'
import { startPortal } from '../servers/ours'
import { startWorkers } from './publish'
import { type Met, sendVisitors } from './visitors'

export type StopWish = { dataDir: string; article: string; rounds: number; say: (words: string) => void }

const part = 'stop'
const rate = 200
const comesBackWithin = 10_000

/** Starts and stops the portal under visitors who do not stop coming, then kills one of its workers. */
export async function measureStopping(wish: StopWish): Promise<Finding[]> {
  return [...(await startAndStop(wish, 1)), ...(await startAndStop(wish, 2)), ...(await killWorker(wish))]
}

async function startAndStop({ dataDir, article, rounds, say }: StopWish, workers: number): Promise<Finding[]> {
  const about = workers === 1 ? 'one process' : 'two workers'
  say(`Starting and stopping under load, ${about} …`)
  const met: Met[] = []
  const stops: { began: number; took: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const port = await freePort()
    // They knock before the portal is open.
    const visitors = sendVisitors(port, article, rate)
    try {
      const server = await startPortal(dataDir, { variables: { PORT: String(port), WORKERS: String(workers) } })
      await sleep(1500)
      const began = performance.now()
      await server.stop()
      stops.push({ began, took: performance.now() - began })
      await sleep(200)
    } catch (error) {
      const note = error instanceof Error ? error.message.trim().replace(/\s*\n\s*/g, ' ') : String(error)
      return [{ part, what: `cut connections, ${about}`, unit: 'count', figure: null, goal: { most: 0 }, note }]
    } finally {
      met.push(await visitors.stop())
    }
  }
  const sum = (of: 'answered' | 'refused' | 'wrong') => met.reduce((total, each) => total + each[of], 0)
  const note = `${rounds} starts and stops, ${sum('answered')} answered, ${sum('refused')} refused`
  const cuts = met.flatMap(({ cut }, round) =>
    cut.map((each) => ({ ...each, after: each.sentAt - (stops[round]?.began ?? 0) })),
  )
  const findingOf = (what: string, isKept: boolean): Finding => {
    const cut = cuts.filter((each) => each.isKept === isKept)
    return {
      part,
      what: `${what}, ${about}`,
      unit: 'count',
      figure: cut.length,
      goal: { most: 0 },
      note: whenCut(cut) || note,
    }
  }
  return [
    findingOf('new connections taken and not answered', false),
    findingOf('kept connections cut with a request on them', true),
    { part, what: `answers that were not the page, ${about}`, unit: 'count', figure: sum('wrong'), goal: { most: 0 } },
    { part, what: `longest stop under load, ${about}`, unit: 'ms', figure: Math.max(...stops.map(({ took }) => took)) },
  ]
}

/** When requests were sent that got no answer, against the moment of the signal to stop. */
function whenCut(cut: { after: number; reason: string }[]): string {
  if (cut.length === 0) return ''
  const after = cut.map((each) => each.after)
  const reasons = [...new Set(cut.map(({ reason }) => reason))].slice(0, 2).join('; ')
  const milliseconds = (time: number) => `${Math.round(time)} ms`
  return `sent ${milliseconds(Math.min(...after))} to ${milliseconds(Math.max(...after))} after the signal to stop; ${reasons}`
}

/** A worker that dies at once: the other goes on answering, and another takes the dead one's place. */
async function killWorker({ dataDir, article, say }: StopWish): Promise<Finding[]> {
  say('Killing a worker under load …')
  const server = await startWorkers(dataDir)
  const what = 'longest time without an answer when one of two workers is killed'
  const visitors = sendVisitors(server.port, article, rate)
  try {
    await sleep(2000)
    const before = treeOf(server.pid)
    const victim = before.find((pid) => pid !== server.pid)
    if (victim === undefined) throw new Error('two workers were asked for and none is there')
    const killedAt = performance.now()
    process.kill(victim, 'SIGKILL')
    let backAfter: number | null = null
    while (backAfter === null && performance.now() - killedAt < comesBackWithin) {
      await sleep(10)
      const now = treeOf(server.pid)
      if (!now.includes(victim) && now.length >= before.length) backAfter = performance.now() - killedAt
    }
    await sleep(2000)
    const met = await visitors.stop()
    const times = [killedAt, ...met.times.filter((time) => time >= killedAt)]
    const gaps = times.map((time, index) => (times[index + 1] ?? time) - time)
    return [
      {
        part,
        what,
        unit: 'ms',
        figure: Math.max(...gaps),
        goal: { most: 500 },
        note: `${times.length - 1} answers after it`,
      },
      { part, what: 'until the dead worker was replaced', unit: 'ms', figure: backAfter, goal: { most: 5000 } },
      { part, what: 'requests that the dead worker took with it', unit: 'count', figure: met.cut.length },
    ]
  } finally {
    await visitors.stop()
    await server.stop()
  }
}

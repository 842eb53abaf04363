import { setTimeout as sleep } from 'node:timers/promises'
import { writePost } from '../corpus/corpus'
import { headerOf } from '../http/answer-reader'
import { type Connection, openConnection } from '../http/connection'
import { requestFor } from '../http/request'
import { type LoadGenerator, startLoadGenerator } from '../load/load-generator'
import { treeUsage } from '../process/process-tree'
import { administratorVariables } from '../publish/publisher'
import { openStorePublisher, type StorePublisher } from '../publish/store-publisher'
import type { Finding } from '../report/finding'
import type { Server } from '../servers/server'
import { startPortal } from '../servers/ours'
import type { Part } from '../wish'
import { keepWell, planRequest } from './expected'
import { type Costs, missFindings } from './miss-findings'
import { category, type MissPage, usualPages } from './miss-pages'

export type SizedCopy = { size: number; dataDir: string }
export type MissWish = {
  copies: SizedCopy[]
  seed: number
  requests: number
  seconds: number
  rounds: number
  /** The part of the report, and its pages. */
  part: Part
  pages: MissPage[]
  say: (words: string) => void
}

type Portal = SizedCopy & {
  server: Server
  connection: Connection
  publisher: StorePublisher
  newest: number
  /** Processor time when the last wave ended and what it was for: what is taken until the next one is work left for later. */
  last: { costs: Costs; pages: number; at: number; cpu: number } | null
}

const wave = 10
/**
 * A portal that has just started runs code that nobody has compiled yet: its first hundred articles cost 25 ms each, and only from the fourth
 * hundred on a page costs what it will cost from then on. Three hundred of each kind come before those that count.
 */
const warmUp = 30
/** What a server still does for pages that it has answered is done by then. */
const settling = 2000

/** What a page costs that nobody has asked for, and one that is kept, in stores of every size in turn. */
export async function measureMisses(wish: MissWish): Promise<Finding[]> {
  const portals: Portal[] = []
  const load = await startLoadGenerator()
  try {
    for (const copy of wish.copies) portals.push(await openPortal(copy))
    const all: Costs[] = []
    for (const page of wish.pages) {
      wish.say(`Asking for ${page.name} that nobody asked for …`)
      const costs = portals.map(
        ({ size }): Costs => ({ page: page.name, size, bytes: [], miss: [], later: [], hit: [], reports: {} }),
      )
      const waves = Math.max(2, Math.round(wish.requests / wave))
      const needed = (warmUp + waves) * wave
      for (let round = 0; round < warmUp + waves; round++)
        for (const [index, portal] of portals.entries()) {
          const cost = costs[index]
          if (cost) await runWave(page, portal, { round, cost, isCounted: round >= warmUp, seed: wish.seed, needed })
        }
      all.push(...costs)
    }
    for (const portal of portals) await settle(portal)
    if (wish.pages === usualPages) {
      wish.say('Asking for kept pages in stores of every size …')
      await measureHits(portals, all, load, wish)
    }
    return missFindings(wish.part, all)
  } finally {
    load.stop()
    for (const { publisher, connection, server } of portals) {
      publisher.stop()
      connection.close()
      await server.stop()
    }
  }
}

async function openPortal(copy: SizedCopy): Promise<Portal> {
  const publisher = await openStorePublisher(copy.dataDir)
  const server = await startPortal(copy.dataDir, { core: 'server', variables: administratorVariables })
  const connection = openConnection(server.port)
  const { id } = await publisher.findNewest(category)
  // There is a page of corrections once something was corrected.
  await publisher.correct(id)
  return { ...copy, server, connection, publisher, newest: id, last: null }
}

async function runWave(
  page: MissPage,
  portal: Portal,
  {
    round,
    cost,
    isCounted,
    seed,
    needed,
  }: { round: number; cost: Costs; isCounted: boolean; seed: number; needed: number },
): Promise<void> {
  await settle(portal)
  const before = treeUsage(portal.server.pid).cpuSeconds
  for (let index = 0; index < wave; index++) {
    const path = await page.path({ ...portal, count: round * wave + index, seed, needed })
    const answer = await portal.connection.ask(requestFor(path, 'brotli'))
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    const report = headerOf(answer.head, 'x-dibao-page')
    if (report !== null && isCounted) cost.reports[report] = (cost.reports[report] ?? 0) + 1
    if (isCounted) cost.bytes.push(answer.body.length)
  }
  const cpu = treeUsage(portal.server.pid).cpuSeconds
  if (!isCounted) return
  cost.miss.push(((cpu - before) * 1000) / wave)
  portal.last = { costs: cost, pages: wave, at: performance.now(), cpu }
}

/** Waits until what was left for later is done, and counts it apart. */
async function settle(portal: Portal): Promise<void> {
  const { last, server } = portal
  if (!last) return
  portal.last = null
  await sleep(Math.max(0, last.at + settling - performance.now()))
  last.costs.later.push(((treeUsage(server.pid).cpuSeconds - last.cpu) * 1000) / last.pages)
}

async function measureHits(portals: Portal[], all: Costs[], load: LoadGenerator, wish: MissWish): Promise<void> {
  const kept = { article: writePost(wish.seed, 100 + wave).path, front: '/', category: `/category/${category}.html` }
  for (const [page, path] of Object.entries(kept)) {
    const planned = []
    await Promise.all(portals.map(({ server }) => keepWell(server.port, [path], ['brotli'])))
    for (const portal of portals)
      planned.push({ portal, request: (await planRequest(portal.server.port, path, 'brotli')).request })
    for (let round = 0; round <= wish.rounds; round++)
      for (const { portal, request } of planned) {
        const before = treeUsage(portal.server.pid).cpuSeconds
        const { answers, wrong, wrongs } = await load.run({
          port: portal.server.port,
          requests: [request],
          connections: 32,
          seconds: wish.seconds,
          rate: null,
        })
        if (wrong > 0) throw new Error(`${path}: ${wrongs.join('; ')}`)
        const cost = all.find((each) => each.page === page && each.size === portal.size)
        if (round > 0) cost?.hit.push(((treeUsage(portal.server.pid).cpuSeconds - before) * 1000) / answers)
      }
  }
}

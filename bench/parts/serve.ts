import type { Client } from '../http/request'
import { type LoadGenerator, startLoadGenerator } from '../load/load-generator'
import type { LoadPlan, LoadResult, PlannedRequest } from '../load/load-plan'
import { usageOf } from '../process/process-usage'
import { treeUsage } from '../process/process-tree'
import { type Finding, ofRounds } from '../report/finding'
import { startNext } from '../servers/next-start'
import { type Kept, startNginx } from '../servers/nginx'
import { startPortal } from '../servers/ours'
import { keepWell, planRequest } from './expected'

export type ServeWish = {
  dataDir: string
  /** Where nginx gets its files. */
  folder: string
  /** Where nginx lies; null where there is none. */
  nginx: string | null
  article: string
  rounds: number
  seconds: number
  rate: number
  say: (words: string) => void
}

type Name = 'ours' | 'next start' | 'nginx'
type Cell = {
  server: Name
  page: string
  client: Client
  pid: number
  port: number
  said: () => string
  request: PlannedRequest
  cpu: number[]
}

const connections = 32
const clients: Client[] = ['gzip', 'brotli']
const goals = { oursToNginx: { most: 2.5 }, nextToOurs: { least: 20 } }

/** The same pages from three servers in turn: ours, Next alone, and nginx with the bytes that ours answered. */
export async function measureServing(wish: ServeWish): Promise<Finding[]> {
  const { dataDir, article, say } = wish
  const open: { stop: () => void | Promise<void> }[] = []
  try {
    say('Opening the servers …')
    // It says nothing of itself here: nginx does not either.
    const ours = await startPortal(dataDir, { core: 'server', variables: { DIBAO_PAGE_REPORT: '0' } })
    open.push(ours)
    const next = await startNext(dataDir, { core: 'server' })
    open.push(next)
    const load = await startLoadGenerator()
    open.push(load)
    const pages = { article, front: '/' }
    await keepWell(ours.port, Object.values(pages), clients)
    const cells: Cell[] = []
    const kept: Kept[] = []
    for (const [page, path] of Object.entries(pages))
      for (const client of clients) {
        const mine = await planRequest(ours.port, path, client)
        kept.push({ path, client, answer: mine.answer })
        const theirs = await planRequest(next.port, path, client)
        cells.push({
          server: 'ours',
          page,
          client,
          pid: ours.pid,
          port: ours.port,
          said: ours.said,
          request: mine.request,
          cpu: [],
        })
        cells.push({
          server: 'next start',
          page,
          client,
          pid: next.pid,
          port: next.port,
          said: next.said,
          request: theirs.request,
          cpu: [],
        })
      }
    if (wish.nginx) {
      const { server, portFor } = await startNginx(wish.nginx, wish.folder, kept)
      open.push(server)
      for (const { path, client } of kept) {
        const page = path === article ? 'article' : 'front'
        const { request, answer } = await planRequest(portFor[client], path, client)
        const mine = cells.find((cell) => cell.server === 'ours' && cell.page === page && cell.client === client)
        if (mine && !(answer.body.length >= mine.request.leastBytes && answer.body.length <= mine.request.mostBytes))
          throw new Error(
            `nginx answers ${path} with ${answer.body.length} bytes where ours are ${mine.request.mostBytes}`,
          )
        cells.push({
          server: 'nginx',
          page,
          client,
          pid: server.pid,
          port: portFor[client],
          said: server.said,
          request,
          cpu: [],
        })
      }
    }
    await inTurn(cells, load, wish)
    return [...(await judge(cells)), ...(await latencies(cells, load, wish))]
  } finally {
    for (const one of open.toReversed()) await one.stop()
  }
}

async function inTurn(cells: Cell[], load: LoadGenerator, { rounds, seconds, say }: ServeWish): Promise<void> {
  say(`Loading ${cells.length} pairs of server and page in turn, ${rounds} rounds …`)
  for (const cell of cells) await runCell(cell, load, Math.min(0.5, seconds))
  for (const cell of cells) cell.cpu = []
  for (let round = 0; round < rounds; round++) {
    // Another server begins each round: none is always the first after a pause.
    const turn = (round * 7) % cells.length
    for (const cell of [...cells.slice(turn), ...cells.slice(0, turn)]) await runCell(cell, load, seconds)
  }
}

async function runCell(cell: Cell, load: LoadGenerator, seconds: number): Promise<void> {
  refuseEnded(cell)
  const before = treeUsage(cell.pid).cpuSeconds
  const result = await load.run(planFor(cell, { seconds, rate: null, connections }))
  refuseEnded(cell)
  refuseWrong(cell, result)
  cell.cpu.push(((treeUsage(cell.pid).cpuSeconds - before) * 1e6) / result.answers)
}

function planFor({ port, request }: Cell, how: Pick<LoadPlan, 'seconds' | 'rate' | 'connections'>): LoadPlan {
  return { port, requests: [request], ...how }
}

/** A server that ends under load has the last word. */
function refuseEnded({ server, pid, said }: Cell): void {
  if (usageOf(pid) === null) throw new Error(`${server} ended under load:\n${said().slice(-2000)}`)
}

function refuseWrong({ server, page, client }: Cell, { wrong, wrongs }: LoadResult): void {
  if (wrong > 0) throw new Error(`${server}, ${page}, ${client}: ${wrong} wrong answers: ${wrongs.join('; ')}`)
}

async function judge(cells: Cell[]): Promise<Finding[]> {
  const part = 'serve'
  const find = (server: Name, { page, client }: Cell) =>
    cells.find((cell) => cell.server === server && cell.page === page && cell.client === client)
  const ours = cells.filter(({ server }) => server === 'ours')
  const ratios = ours.flatMap((cell): Finding[] => {
    const about = `${cell.page}, ${cell.client}`
    const nginx = find('nginx', cell)
    const next = find('next start', cell)
    return [
      {
        part,
        what: `ours ÷ nginx, ${about}`,
        unit: 'times',
        goal: goals.oursToNginx,
        ...ofRounds(nginx ? byRound(cell, nginx) : []),
        ...(nginx ? {} : { note: 'nginx was left out: it is not installed' }),
      },
      {
        part,
        what: `next start ÷ ours, ${about}`,
        unit: 'times',
        goal: goals.nextToOurs,
        ...ofRounds(next ? byRound(next, cell) : []),
      },
    ]
  })
  const costs = cells.map(
    ({ server, page, client, cpu, request }): Finding => ({
      part,
      what: `CPU a request, ${page}, ${client}: ${server}`,
      unit: 'µs',
      ...ofRounds(cpu),
      note: `${request.mostBytes} bytes`,
    }),
  )
  return [...ratios, ...costs]
}

/** Round by round, so that what the machine did meanwhile struck both. */
function byRound(above: Cell, below: Cell): number[] {
  return above.cpu.map((cost, round) => cost / (below.cpu[round] ?? Number.NaN))
}

/** At a rate that leaves the server idle most of the time: how long a reader waits. */
async function latencies(cells: Cell[], load: LoadGenerator, { rate, seconds, say }: ServeWish): Promise<Finding[]> {
  say(`Asking ${rate} times a second …`)
  const findings: Finding[] = []
  for (const cell of cells.filter(({ page, client }) => page === 'article' && client === 'brotli')) {
    // Next alone cannot take the rate: it is asked for as much as leaves it idle too.
    const asked = cell.server === 'next start' ? Math.min(rate, 10) : rate
    const result = await load.run(planFor(cell, { seconds: Math.max(2, seconds * 4), rate: asked, connections: 16 }))
    refuseWrong(cell, result)
    const note = `${result.answers} answers${result.unsent > 0 ? `; ${result.unsent} more were due: it cannot keep up` : ''}`
    for (const which of ['p50', 'p99'] as const)
      findings.push({
        part: 'serve',
        what: `${which} at ${asked} a second, article, brotli: ${cell.server}`,
        unit: 'ms',
        figure: result[which],
        note,
      })
  }
  return findings
}

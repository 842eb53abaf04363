import { treeUsage } from '../process/process-tree'
import { quantile } from '../report/quantile'
import type { Server } from '../servers/server'
import type { Page } from './pages'

/** The time one page took in one portal, in milliseconds. */
export type PageTime = {
  page: string
  size: number
  path: string
  bytes: number
  median: number
  p95: number
  cpu: number
}

export type OpenPortal = Server & { size: number }

const warmUp = 30

/** Asks every portal in turn for the same page, so that whatever else the machine does strikes all of them alike. */
export async function measurePage(page: Page, portals: OpenPortal[], requests: number): Promise<PageTime[]> {
  const runs = await Promise.all(
    portals.map(async (portal) => ({ portal, path: await page.pathIn(portal), bytes: 0, times: [] as number[] })),
  )
  const askAll = async (round: number) => {
    for (const index of runs.keys()) {
      const run = runs[(index + round) % runs.length]
      if (!run) continue
      const { took, bytes } = await ask(run.portal.origin + run.path)
      run.times.push(took)
      run.bytes = bytes
    }
  }
  for (let round = 0; round < warmUp; round++) await askAll(round)
  for (const run of runs) run.times = []
  const before = portals.map(({ pid }) => treeUsage(pid).cpuSeconds)
  for (let round = 0; round < requests; round++) await askAll(round)
  return runs.map(({ portal, path, bytes, times }, index) => ({
    page: page.name,
    size: portal.size,
    path,
    bytes,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    cpu: ((treeUsage(portal.pid).cpuSeconds - (before[index] ?? 0)) * 1000) / requests,
  }))
}

async function ask(url: string): Promise<{ took: number; bytes: number }> {
  const started = performance.now()
  const response = await fetch(url, { redirect: 'manual' })
  const bytes = (await response.arrayBuffer()).byteLength
  const took = performance.now() - started
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return { took, bytes }
}

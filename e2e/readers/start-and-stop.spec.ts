import { execFileSync } from 'node:child_process'
import { expect, test } from 'playwright/test'
import { startPortal } from '../portal'
import { startLoad } from './load'

test.skip(({ isMobile }) => isMobile === true, 'a process has no width')
test.describe.configure({ timeout: 120_000 })

for (const workers of ['1', '2'])
  test(`a portal of ${workers} that is told to stop under load answers every request it took`, async () => {
    const portal = await startPortal({ env: { WORKERS: workers } })
    const load = startLoad(`${portal.url}/`, { readers: 16 })
    await expect.poll(load.answered, { timeout: 30_000 }).toBeGreaterThan(200)
    const code = await portal.stop('SIGTERM')
    const { refused, broken } = await load.stop()
    expect(code).toBe(0)
    expect(broken).toEqual([])
    expect(refused).toBeGreaterThan(0)
  })

test('a worker that is killed is replaced, and the other goes on answering', async () => {
  const portal = await startPortal({ env: { WORKERS: '2' } })
  try {
    const [victim] = workersOf(portal.pid)
    const before = workersOf(portal.pid)
    process.kill(victim ?? 0, 'SIGKILL')
    const load = startLoad(`${portal.url}/`, { readers: 4 })
    await expect
      .poll(() => workersOf(portal.pid).filter((pid) => !before.includes(pid)).length, { timeout: 20_000 })
      .toBe(1)
    const soFar = load.answered()
    await expect.poll(load.answered, { timeout: 30_000 }).toBeGreaterThan(soFar + 100)
    const { refused, broken } = await load.stop()
    expect(refused).toBe(0)
    expect(broken).toEqual([])
    expect(workersOf(portal.pid)).toHaveLength(2)
  } finally {
    await portal.stop()
  }
})

/** The processes that a process has started. */
function workersOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n')
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, parent, state]) => Number(parent) === pid && !state?.startsWith('Z'))
    .map(([own]) => Number(own))
}

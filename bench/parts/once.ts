import { writePost } from '../corpus/corpus'
import { type Answer, headerOf } from '../http/answer-reader'
import { openConnection } from '../http/connection'
import { requestFor } from '../http/request'
import { treeUsage } from '../process/process-tree'
import type { Finding } from '../report/finding'
import { quantile } from '../report/quantile'
import { startPortal } from '../servers/ours'

const readers = 100
const rounds = 5

/** A hundred readers ask for one page that nobody has asked for, all at once: it is made once. */
export async function measureSingleFlight({ dataDir, seed }: { dataDir: string; seed: number }): Promise<Finding[]> {
  const server = await startPortal(dataDir)
  const connections = Array.from({ length: readers }, () => openConnection(server.port))
  try {
    const cpu = () => treeUsage(server.pid).cpuSeconds * 1000
    const ask = (path: string) => connections.map((connection) => connection.ask(requestFor(path, 'brotli')))
    // Every connection is open, and the program has run for a while.
    for (let index = 0; index < 30; index++) await connections[0]?.ask(requestFor(pathOf(index), 'brotli'))
    await Promise.all(ask('/robots.txt'))
    const alone: number[] = []
    const together: number[] = []
    const renders: number[] = []
    for (let round = 0; round < rounds; round++) {
      const before = cpu()
      for (let index = 0; index < 10; index++)
        await connections[0]?.ask(requestFor(pathOf(100 + round * 20 + index), 'brotli'))
      const between = cpu()
      const answers = await Promise.all(ask(pathOf(100 + round * 20 + 19)))
      alone.push((between - before) / 10)
      together.push(cpu() - between)
      renders.push(rendersAmong(answers))
    }
    const perPage = quantile(together, 0.5) / quantile(alone, 0.5)
    const hasReports = renders.every((count) => count > 0)
    return [
      {
        part: 'once',
        what: `renders of one page that ${readers} readers ask for at once`,
        unit: 'count',
        figure: hasReports ? Math.max(...renders) : Math.round(perPage),
        goal: { most: 1 },
        note: hasReports ? `${rounds} times` : 'reckoned from processor time: the server does not say',
      },
      {
        part: 'once',
        what: `CPU of ${readers} first requests at once ÷ one first request`,
        unit: 'times',
        figure: perPage,
      },
    ]
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}; the portal said:\n${server.said().slice(-2000)}`,
    )
  } finally {
    for (const connection of connections) connection.close()
    await server.stop()
  }

  function pathOf(index: number): string {
    return writePost(seed, index).path
  }
}

function rendersAmong(answers: Answer[]): number {
  const broken = answers.find(({ status }) => status !== 200)
  if (broken) throw new Error(`one of ${readers} readers was answered ${broken.status}`)
  return answers.filter(({ head }) => headerOf(head, 'x-dibao-page') === 'miss').length
}

import { setTimeout as sleep } from 'node:timers/promises'
import { writePost } from '../corpus/corpus'
import { requestFor } from '../http/request'
import { startLoadGenerator } from '../load/load-generator'
import type { PlannedRequest } from '../load/load-plan'
import { treeUsage } from '../process/process-tree'
import type { Finding } from '../report/finding'
import { startPortal } from '../servers/ours'

export type MemoryWish = {
  dataDir: string
  size: number
  seed: number
  distinct: number
  cacheMegabytes: number
  say: (words: string) => void
}

/** What a process may take beside the pages that it keeps. */
const besideTheCache = 250
const mega = 1_000_000
const samplingEvery = 200

/** Reads as many different articles as wished, and looks at what the server holds. */
export async function measureMemory(wish: MemoryWish): Promise<Finding[]> {
  const variables = { PAGE_CACHE_MB: String(wish.cacheMegabytes) }
  const server = await startPortal(wish.dataDir, { core: 'server', variables })
  const load = await startLoadGenerator()
  let highest = 0
  const sampling = setInterval(() => {
    highest = Math.max(highest, treeUsage(server.pid).rssBytes)
  }, samplingEvery)
  try {
    const requests = distinctArticles(wish)
    wish.say(`Reading ${requests.length} different pages of ${wish.size} articles …`)
    const atFirst = treeUsage(server.pid).rssBytes
    const how = { port: server.port, connections: 4, seconds: 3600, rate: null, once: true }
    // Kept pages are packed better when they were asked for again: every tenth is here.
    const result = await load.run({
      ...how,
      requests: requests.flatMap((one, index) => (index % 10 === 0 ? [one, one, one, one] : [one])),
    })
    if (result.wrong > 0) throw new Error(`${result.wrong} wrong answers: ${result.wrongs.join('; ')}`)
    await sleep(5000)
    const after = treeUsage(server.pid).rssBytes
    const part = 'memory'
    const most = wish.cacheMegabytes + besideTheCache
    const about = `${requests.length.toLocaleString('en')} pages, a bound of ${wish.cacheMegabytes} MB`
    return [
      { part, what: `memory after ${about}`, unit: 'MB', figure: after / mega, goal: { most } },
      {
        part,
        what: `the most meanwhile, ${about}`,
        unit: 'MB',
        figure: Math.max(highest, after) / mega,
        goal: { most },
      },
      { part, what: 'memory before the first page', unit: 'MB', figure: atFirst / mega },
      {
        part,
        what: 'pages a second while they were read',
        unit: 'count',
        figure: Math.round(result.answers / result.seconds),
        note: Object.entries(result.reports)
          .map(([report, count]) => `${count} ${report}`)
          .join(', '),
      },
    ]
  } finally {
    clearInterval(sampling)
    load.stop()
    await server.stop()
  }
}

/** Spread over the whole archive; both kinds of client. */
function distinctArticles({ seed, size, distinct }: MemoryWish): PlannedRequest[] {
  const count = Math.min(distinct, size)
  const step = size / count
  return Array.from({ length: count }, (_, index) => ({
    text: requestFor(writePost(seed, Math.floor(index * step)).path, index % 2 === 0 ? 'brotli' : 'gzip'),
    status: 200,
    leastBytes: 500,
    mostBytes: 100_000,
  }))
}

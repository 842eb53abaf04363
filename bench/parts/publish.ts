import { media } from '../corpus/corpus-words'
import { askOnce } from '../http/ask-once'
import { decoded } from '../http/decoded'
import { requestFor } from '../http/request'
import { openDesk } from '../publish/desk-publisher'
import { administratorVariables } from '../publish/publisher'
import { startReaders } from '../publish/readers'
import { runActs } from '../publish/run-acts'
import { openStorePublisher } from '../publish/store-publisher'
import { countOf } from '../publish/surfaces'
import { ended, listenTo, startCommand, type Variables } from '../process/program'
import type { Finding } from '../report/finding'
import { startPortal } from '../servers/ours'
import type { Server } from '../servers/server'
import { findingsOfPublishing } from './publish-findings'

const rate = 200
const zone = 'Asia/Shanghai'

export type PublishWish = { dataDir: string; reads: number; say: (words: string) => void }

/** Two workers on SQLite, a desk and a second process that publish, and readers who may see nothing old. */
export async function measurePublishing(wish: PublishWish): Promise<Finding[]> {
  return publishAndRead('SQLite, two workers', [await startWorkers(wish.dataDir)], {}, wish)
}

/** Two portals that share a PostgreSQL database, as on two machines. The corpus is imported: a second time changes nothing. */
export async function measurePublishingOnPostgres(
  url: string,
  wish: PublishWish & { site: string },
): Promise<Finding[]> {
  const variables = { DATABASE_URL: url, ...administratorVariables }
  try {
    wish.say('Importing into PostgreSQL …')
    const importing = startCommand(['import', wish.site], wish.dataDir, { variables })
    const said = listenTo(importing)
    if ((await ended(importing)) !== 0) throw new Error(said().trim())
    const first = await startPortal(wish.dataDir, { variables })
    const second = await startPortal(wish.dataDir, { variables })
    return await publishAndRead('PostgreSQL, two portals', [first, second], { DATABASE_URL: url }, wish)
  } catch (error) {
    const note = (error instanceof Error ? error.message : String(error)).trim().split('\n').at(-1) ?? ''
    return [
      { part: 'publish', what: 'stale answers, PostgreSQL', unit: 'count', figure: null, goal: { most: 0 }, note },
    ]
  }
}

/** One portal of two workers. */
export function startWorkers(dataDir: string): Promise<Server> {
  return startPortal(dataDir, { variables: { ...administratorVariables, WORKERS: '2' } })
}

async function publishAndRead(
  name: string,
  servers: Server[],
  variables: Variables,
  { dataDir, reads, say }: PublishWish,
): Promise<Finding[]> {
  const [server] = servers
  if (!server) return []
  const open: { stop: () => void | Promise<void> }[] = [...servers]
  try {
    const desk = await openDesk(server.origin)
    const archivist = await openStorePublisher(dataDir, variables)
    open.push(archivist)
    const category = media[0]?.slug ?? ''
    const text = async (path: string) => decoded(await askOnce(server.port, requestFor(path, 'gzip')))
    const oldPage = olderOf(await text(`/category/${category}.html`))
    // The last one of the old page is what the page behind it starts after.
    const oldArticle = Number(/after=(\d+)/.exec(olderOf(await text(oldPage)))?.[1])
    const readers = startReaders(
      servers.map(({ port }) => port),
      rate,
    )
    open.push(readers)
    say(`Publishing, editing and killing while readers read: ${name} …`)
    const { acts, found } = await runActs({
      publishers: [desk, archivist],
      archivist,
      readers,
      category,
      oldPage,
      oldArticle,
      hasLargePrint: (await askOnce(server.port, requestFor('/large/', 'gzip'))).status === 200,
      zone,
      reads,
      count: countAtFirst(countOf(category, await text('/categories'))),
    })
    return findingsOfPublishing(name, acts, found, servers[0]?.port ?? 0)
  } finally {
    for (const one of open.toReversed()) await one.stop()
  }
}

/** A page that says no count would be stale after every act. */
function countAtFirst(said: string): number {
  if (!/^\d+$/.test(said)) throw new Error(`/categories shows no count that can be read: ${said}`)
  return Number(said)
}

/** The address of the page behind a page of a category. */
function olderOf(html: string): string {
  const link = /<a [^>]*rel="next"[^>]*>/.exec(html)?.[0] ?? ''
  const address = /href="([^"]+)"/.exec(link)?.[1]
  if (!address) throw new Error('the busiest category has too few pages: a corpus of at least 1000 posts is needed')
  return address.replaceAll('&amp;', '&')
}

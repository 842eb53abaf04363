import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, headerOf } from '../http/answer-reader'
import { askOnce } from '../http/ask-once'
import { decoded } from '../http/decoded'
import { type Client, requestFor } from '../http/request'
import type { Finding } from '../report/finding'
import { startNext } from '../servers/next-start'
import { startPortal } from '../servers/ours'
import type { Server } from '../servers/server'

type Kind = 'document' | 'style' | 'script' | 'other'
/** A file that a page makes a browser fetch. */
type Part = { address: string; kind: Kind }

/** What is packed better while nobody waits is packed by then. */
const settling = 2000

const goals: Partial<Record<string, { most: number }>> = {
  'article, all but pictures': { most: 20 },
  'article, script': { most: 4 },
  'front, script': { most: 4 },
}

/** What a first visit brings over the wire, heads of the answers included, from our server and from Next alone. */
export async function measureWire({ dataDir, article }: { dataDir: string; article: string }): Promise<Finding[]> {
  const servers: Server[] = []
  try {
    servers.push(await startPortal(dataDir))
    servers.push(await startNext(dataDir))
    const findings: Finding[] = []
    // Others were here before: what is asked for again is packed as well as can be.
    for (let before = 0; before < 4; before++)
      for (const path of [article, '/']) await firstVisit(servers[0]?.port ?? 0, path, 'brotli')
    await sleep(settling)
    for (const server of servers)
      for (const [page, path] of Object.entries({ article, front: '/' }))
        for (const client of ['brotli', 'gzip'] as const) {
          const bytes = await firstVisit(server.port, path, client)
          const total = Object.values(bytes).reduce((sum, kind) => sum + kind, 0)
          for (const [what, figure] of [...Object.entries(bytes), ['all but pictures', total] as const]) {
            const goal = server === servers[0] ? goals[`${page}, ${what}`] : undefined
            findings.push({
              part: 'wire',
              what: `${page}, ${what}, ${client}: ${server === servers[0] ? 'ours' : server.name}`,
              unit: 'kB',
              figure: figure / 1000,
              ...(goal && { goal }),
            })
          }
        }
    return findings
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function firstVisit(port: number, path: string, client: Client): Promise<Record<Kind, number>> {
  const bytes: Record<Kind, number> = { document: 0, style: 0, script: 0, other: 0 }
  const seen = new Set<string>()
  const fetch = async (address: string): Promise<Answer> => {
    const text = requestFor(address, client)
    // The first answer may make the page, which is then kept better packed.
    if (address === path) for (let time = 0; time < 2; time++) await askOnce(port, text)
    return askOnce(port, text)
  }
  const document = await fetch(path)
  if (document.status !== 200) throw new Error(`${path} answered ${document.status}`)
  bytes.document = document.wireBytes
  const queue = partsOf(decoded(document))
  for (const { address, kind } of queue) {
    if (seen.has(address)) continue
    seen.add(address)
    const answer = await fetch(address)
    bytes[kind] += answer.wireBytes
    if (headerOf(answer.head, 'content-type')?.startsWith('text/css')) queue.push(...fontsOf(decoded(answer)))
  }
  return bytes
}

/** What a browser fetches for a document from our own site: not what it only links to, and no pictures. */
export function partsOf(html: string): Part[] {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? []
  return tags.flatMap((tag): Part[] => {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? ''
    const address = (attribute('src') || attribute('href')).replaceAll('&amp;', '&')
    if (!/^\/(?!\/)/.test(address)) return []
    if (tag.startsWith('<script')) return [{ address, kind: 'script' }]
    const [rel, as] = [attribute('rel'), attribute('as')]
    if (rel === 'stylesheet' || as === 'style') return [{ address, kind: 'style' }]
    if (rel === 'modulepreload' || as === 'script') return [{ address, kind: 'script' }]
    return rel === 'manifest' || /\bicon\b/.test(rel) || rel === 'preload' ? [{ address, kind: 'other' }] : []
  })
}

function fontsOf(css: string): Part[] {
  return [...css.matchAll(/url\(["']?(\/[^"')]+\.woff2?)["']?\)/g)].map(([, address = '']) => ({
    address,
    kind: 'other',
  }))
}

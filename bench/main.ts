import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writePost } from './corpus/corpus'
import { importIntoPostgres } from './parts/import-run'
import { measureEditor } from './parts/editor'
import { measurePage, type OpenPortal, type PageTime } from './parts/measure'
import { pagesFor } from './parts/pages'
import { measureMemory } from './parts/memory'
import { measureMisses, type MissWish, type SizedCopy } from './parts/miss'
import { listPages, usualPages } from './parts/miss-pages'
import { measureSingleFlight } from './parts/once'
import { measurePublishing, measurePublishingOnPostgres } from './parts/publish'
import { measureRecallOf } from './parts/recall'
import { measureSearch, measureSearchOnPostgres } from './parts/search'
import { measureServing } from './parts/serve'
import { measureStopping } from './parts/stop'
import { measureWire } from './parts/wire'
import { readMachine } from './process/machine'
import type { Finding } from './report/finding'
import { type BenchReport, ratiosOf, tellReport } from './report/report'
import { writeReport } from './report/write-report'
import { startPortal } from './servers/ours'
import { seed, Stores } from './stores'
import { help, type Part, readWish, type Wish } from './wish'

/** Measures what the design promises, part by part. */
async function bench(wish: Wish): Promise<BenchReport> {
  const { keep } = wish
  const folder =
    keep === null ? mkdtempSync(join(tmpdir(), 'dibao-bench-')) : resolve(process.env.INIT_CWD ?? '.', keep)
  mkdirSync(folder, { recursive: true })
  const stores = new Stores(folder, say)
  const report: BenchReport = { machine: readMachine(), loadAfter: 0, imports: [], pages: [], findings: [] }
  const has = (part: Part) => wish.only.includes(part)
  try {
    if (has('import')) for (const size of wish.sizes) report.imports.push(await stores.importAfresh(size))
    if (has('pages')) report.pages.push(...(await measureAllPages(stores, wish)))
    for (const [part, measure] of Object.entries(measures) as [Part, Measure][]) {
      if (!has(part)) continue
      say(`— ${part}`)
      report.findings.push(...(await measure(stores, wish, folder)))
    }
    return { ...report, loadAfter: readMachine().load }
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true })
  }
}

type Measure = (stores: Stores, wish: Wish, folder: string) => Promise<Finding[]>

const measures: Partial<Record<Part, Measure>> = {
  serve: async (stores, wish, folder) =>
    measureServing({
      ...wish,
      dataDir: await stores.of(Math.max(...wish.sizes)),
      folder: join(folder, 'nginx'),
      nginx: process.env.DIBAO_NGINX || null,
      article: articlePath(wish),
      say,
    }),
  wire: async (stores, wish) =>
    measureWire({ dataDir: await stores.of(Math.max(...wish.sizes)), article: articlePath(wish) }),
  miss: (stores, wish) => misses(stores, wish, { part: 'miss', pages: usualPages }),
  lists: (stores, wish) => misses(stores, wish, { part: 'lists', pages: listPages }),
  memory: async (stores, wish) => {
    const size = Math.max(...wish.sizes)
    return measureMemory({ ...wish, dataDir: await stores.of(size), size, seed, say })
  },
  once: async (stores, wish) => measureSingleFlight({ dataDir: await stores.of(Math.min(...wish.sizes)), seed }),
  stop: async (stores, wish) =>
    measureStopping({ ...wish, dataDir: await stores.of(Math.min(...wish.sizes)), article: articlePath(wish), say }),
  publish: publishing,
  editor: () => measureEditor(say),
  search: async (stores, wish, folder) => {
    const findings: Finding[] = []
    for (const size of wish.sizes)
      findings.push(...(await measureSearch({ dataDir: await stores.of(size), size, seed })))
    if (!wish.database) return findings
    const size = await importLargest(stores, wish.database, { wish, folder })
    return [...findings, ...(await measureSearchOnPostgres(wish.database, { size, seed }))]
  },
  recall: async (stores, wish, folder) => {
    const size = Math.max(...wish.sizes)
    const about = (kind: string) => `${kind}, ${size.toLocaleString('en')} articles`
    const findings = await measureRecallOf(`file:${join(await stores.of(size), 'dibao.db')}`, about('SQLite'))
    if (!wish.database) return findings
    await importLargest(stores, wish.database, { wish, folder })
    return [...findings, ...(await measureRecallOf(wish.database, about('PostgreSQL')))]
  },
}

/** Brings the largest corpus into a PostgreSQL database, and resolves to its size. */
async function importLargest(
  stores: Stores,
  database: string,
  { wish, folder }: { wish: Wish; folder: string },
): Promise<number> {
  const size = Math.max(...wish.sizes)
  await importIntoPostgres(database, { site: stores.siteOf(size), dataDir: join(folder, 'search-postgresql'), say })
  return size
}

async function misses(stores: Stores, wish: Wish, what: Pick<MissWish, 'part' | 'pages'>): Promise<Finding[]> {
  const copies: SizedCopy[] = []
  try {
    for (const size of wish.sizes) copies.push({ size, dataDir: await stores.copyOf(size, `miss-${size}`) })
    return await measureMisses({ ...wish, ...what, copies, seed, say })
  } finally {
    for (const { dataDir } of copies) stores.discard(dataDir)
  }
}

/** Publishing writes: into a copy, so that the store that is kept stays as it was imported. */
async function publishing(stores: Stores, { sizes, reads, database }: Wish): Promise<Finding[]> {
  const size = Math.min(...sizes)
  const dataDir = await stores.copyOf(size, 'publish')
  try {
    const findings = await measurePublishing({ dataDir, reads, say })
    if (!database) return findings
    const site = stores.siteOf(size)
    return [...findings, ...(await measurePublishingOnPostgres(database, { dataDir, reads, say, site }))]
  } finally {
    stores.discard(dataDir)
  }
}

/** An article that every store has. */
function articlePath({ sizes }: Wish): string {
  return writePost(seed, Math.min(...sizes) - 1).path
}

async function measureAllPages(stores: Stores, { sizes, requests }: Wish): Promise<PageTime[]> {
  const portals: OpenPortal[] = []
  try {
    say('Opening the portals …')
    for (const size of sizes) portals.push({ ...(await startPortal(await stores.of(size))), size })
    const times: PageTime[] = []
    for (const page of pagesFor({ seed, smallest: Math.min(...sizes) })) {
      say(`Asking for the ${page.name} …`)
      times.push(...(await measurePage(page, portals, requests)))
    }
    return times
  } finally {
    await Promise.all(portals.map(({ stop }) => stop()))
  }
}

/** Progress is no part of the result. */
function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

try {
  if (process.argv.includes('--help')) console.log(help)
  else {
    const wish = readWish(process.argv.slice(2))
    const report = await bench(wish)
    if (wish.write) writeReport(report, new Date().toISOString().slice(0, 10))
    console.log(wish.json ? JSON.stringify({ ratios: ratiosOf(report.pages), ...report }) : `\n${tellReport(report)}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeCorpus } from './corpus-folder'
import { type ImportRun, runImport } from './import-run'
import { readMachine } from './machine'
import { measurePage, type OpenPortal, type PageTime } from './measure'
import { pagesFor } from './pages'
import { startPortal } from './portal-run'
import { type BenchReport, ratiosOf, tellReport } from './report'
import { help, readWish, type Wish } from './wish'

const seed = 1

/** Measures what the design promises: how fast the old site comes in, and that no page costs more when there is more behind it. */
async function bench({ sizes, keep, requests, only }: Wish): Promise<BenchReport> {
  const folder =
    keep === null ? mkdtempSync(join(tmpdir(), 'dibao-bench-')) : resolve(process.env.INIT_CWD ?? '.', keep)
  mkdirSync(folder, { recursive: true })
  const machine = readMachine()
  try {
    const imports = only === 'pages' ? [] : await importAll(folder, sizes)
    const pages = only === 'import' ? [] : await measureAll(folder, sizes, requests)
    return { machine, loadAfter: readMachine().load, imports, pages }
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true })
  }
}

async function importAll(folder: string, sizes: number[]): Promise<ImportRun[]> {
  const runs: ImportRun[] = []
  for (const size of sizes) {
    say(`Writing ${size} posts …`)
    const site = writeCorpus(folder, { seed, size })
    say(`Importing ${size} posts …`)
    runs.push(await runImport(site, storeOf(folder, size), size))
  }
  return runs
}

async function measureAll(folder: string, sizes: number[], requests: number): Promise<PageTime[]> {
  const portals: OpenPortal[] = []
  try {
    say('Opening the portals …')
    for (const size of sizes) portals.push({ ...(await startPortal(storeOf(folder, size))), size })
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

function storeOf(folder: string, size: number): string {
  return join(folder, `store-${size}`)
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
    console.log(wish.json ? JSON.stringify({ ratios: ratiosOf(report.pages), ...report }) : `\n${tellReport(report)}`)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

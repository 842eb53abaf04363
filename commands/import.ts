import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { env } from '@/env'
import { type ImportReport, repairSentences } from '@/ingest/import-report'
import { importSite } from '@/ingest/jekyll/import-site'
import { tidyIndexes } from '@/store/article-index'
import { closeDatabase, database } from '@/store/database'
import { hasStore } from '@/store/has-store'
import { migrate } from '@/store/migrate'
import { garbageCollector } from './collect-garbage'
import { progressBar } from './progress-bar'

const postsBetweenCollections = 2000
/** Fewer leave the index as the desk does, who lets it be. */
const postsWorthTidying = 1000

/** `import DIR`, from the folder the caller stands in: exit code 0, 1 when any file was refused, 2 for a command that could not be understood. */
export async function importCommand(args: string[], callersFolder: string): Promise<number> {
  const wish = await readWish(args, callersFolder)
  if (typeof wish === 'string') {
    console.error(wish)
    return 2
  }
  const place = await placeFor(wish)
  const bar = progressBar(process.stderr)
  const collectGarbage = garbageCollector()
  let stopped = false
  process.once('SIGINT', () => {
    stopped = true
  })
  try {
    await migrate({ url: place.url, prismaFolder: join(env.projectFolder, 'prisma') })
    const report = await importSite(await database(place.url), {
      ...wish,
      at: new Date(),
      zone: env.zone,
      onProgress: (done, total) => {
        bar.show(done, total)
        if (done % postsBetweenCollections === 0) collectGarbage()
      },
      isStopped: () => stopped,
    })
    if (report.created.length + report.updated.length >= postsWorthTidying && !wish.dryRun)
      await tidyIndexes(await database(place.url))
    bar.clear()
    if (wish.json) process.stdout.write(`${JSON.stringify(report)}\n`)
    else tell(report, wish.dryRun)
    if (stopped) console.error('Stopped; what was read is saved, and the next run goes on from here.')
    return stopped ? 130 : report.refused.length > 0 ? 1 : 0
  } finally {
    await closeDatabase()
    await place.leave()
  }
}

/** The portal's store. A dry run where there is none yet makes none: it is tried on one that nobody sees. */
async function placeFor({ dryRun }: Wish): Promise<{ url: string; leave: () => Promise<void> }> {
  if (!dryRun || (await hasStore(env.databaseUrl))) return { url: env.databaseUrl, leave: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'dibao-dry-run-'))
  return { url: `file:${join(folder, 'dibao.db')}`, leave: () => rm(folder, { recursive: true, force: true }) }
}

type Wish = { directory: string; dryRun: boolean; json: boolean; zoneless: 'local' | 'utc'; shiftNewestTo: Date | null }

async function readWish(args: string[], callersFolder: string): Promise<Wish | string> {
  const options = {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    zoneless: { type: 'string' },
    'shift-newest-to': { type: 'string' },
  } as const
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return `import: ${error instanceof Error ? error.message : error}`
  }
  const { values, positionals } = parsed
  const [given, ...more] = positionals
  if (given === undefined || more.length > 0) return 'import takes one folder: npm run dibao -- import DIR'
  const directory = resolve(callersFolder, given)
  if (
    !(await stat(directory).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  )
    return `import: ${directory} is not a folder that can be read.`
  const zoneless = values.zoneless ?? 'local'
  if (zoneless !== 'local' && zoneless !== 'utc')
    return `import: --zoneless is ${JSON.stringify(zoneless)}; it takes local or utc.`
  const shift = values['shift-newest-to']
  if (shift !== undefined && shift !== 'today')
    return `import: --shift-newest-to is ${JSON.stringify(shift)}; it takes today.`
  return {
    directory,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    zoneless,
    shiftNewestTo: shift ? new Date() : null,
  }
}

function tell(report: ImportReport, dryRun: boolean): void {
  for (const { file, address, repairs = [] } of report.repaired)
    console.log(
      `repaired  ${file}: ${repairs.map((repair) => repairSentences[repair]).join('; ')}${address ? ` → ${address}` : ''}`,
    )
  for (const { file, reason } of [...report.created, ...report.updated])
    if (reason) console.log(`note      ${file}: ${reason}`)
  for (const { file, reason } of report.refused) console.log(`refused   ${file}: ${reason}`)
  const counts = (['created', 'updated', 'unchanged', 'repaired', 'refused', 'kept'] as const).map(
    (outcome) => `${report[outcome].length} ${outcome}`,
  )
  console.log(`${dryRun ? 'Dry run, nothing was written: ' : ''}${counts.join(', ')}.`)
}

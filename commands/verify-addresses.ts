import { parseArgs } from 'node:util'
import { env } from '@/env'
import type { Answer } from '@/newsroom/promised-answer'
import { countAddresses } from '@/store/addresses'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { askPortal, PortalAway } from './ask-portal'
import { jsonList } from './json-list'
import { progressBar } from './progress-bar'
import { type Difference, replayLedger } from './replay-ledger'

const questionsBetweenBars = 100

/** `verify-addresses`: exit code 0, 1 when any path was not answered as the ledger says, 2 for a command that could not be understood. */
export async function verifyAddressesCommand(args: string[]): Promise<number> {
  const wish = readWish(args)
  if (typeof wish === 'string') {
    console.error(wish)
    return 2
  }
  const portal = askPortal(wish.origin, { connections: wish.concurrency })
  const bar = progressBar(process.stderr)
  try {
    // First of all whether anybody is there: a store is not opened for nothing.
    if ((await portal.ask('/healthz')).status !== 200) throw new PortalAway(wish.origin)
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await countAddresses(db).catch(() => 0)
    if (total === 0)
      throw new Error('This store knows no address; DATA_DIR and DATABASE_URL have to be those of the running portal.')
    const report = wish.json ? jsonList<Difference>('differences') : lineReport(bar.clear)
    const counts = { asked: 0, current: 0, moved: 0, gone: 0, different: 0 }
    const begun = performance.now()
    await replayLedger(db, {
      ask: portal.ask,
      concurrency: wish.concurrency,
      onKept: ({ status }) => {
        counts[status === 301 ? 'moved' : status === 410 ? 'gone' : 'current'] += 1
        showProgress()
      },
      onDifference: (difference) => {
        counts.different += 1
        report.add(difference)
        showProgress()
      },
    })
    bar.clear()
    const seconds = (performance.now() - begun) / 1000
    report.end({ ...counts, seconds: round(seconds), perSecond: Math.round(counts.asked / seconds) })
    return counts.different > 0 ? 1 : 0

    function showProgress(): void {
      counts.asked += 1
      if (counts.asked % questionsBetweenBars === 0) bar.show(counts.asked, Math.max(total, counts.asked))
    }
  } finally {
    bar.clear()
    portal.close()
    await closeDatabase()
  }
}

type Wish = { origin: string; json: boolean; concurrency: number }

function readWish(args: string[]): Wish | string {
  const options = { origin: { type: 'string' }, json: { type: 'boolean' }, concurrency: { type: 'string' } } as const
  let values: ReturnType<typeof parseArgs<{ args: string[]; options: typeof options }>>['values']
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    return `verify-addresses: ${error instanceof Error ? error.message : error}`
  }
  const origin = values.origin ?? ownOrigin()
  if (!/^https?:\/\/[^/?#]+\/?$/.test(origin) || !URL.canParse(origin))
    return `verify-addresses: --origin is ${JSON.stringify(origin)}; it takes an origin and nothing behind it, as in http://localhost:3000.`
  const concurrency = values.concurrency ?? '8'
  if (!/^([1-9]|[1-5]\d|6[0-4])$/.test(concurrency))
    return `verify-addresses: --concurrency is ${JSON.stringify(concurrency)}; it takes a number from 1 to 64.`
  return { origin: origin.replace(/\/$/, ''), json: values.json ?? false, concurrency: Number(concurrency) }
}

/** Where the portal of this environment listens, as this machine reaches it. */
function ownOrigin(): string {
  const host = env.host === '0.0.0.0' ? '127.0.0.1' : env.host === '::' ? '::1' : env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`
}

type Summary = Record<'asked' | 'current' | 'moved' | 'gone' | 'different' | 'seconds' | 'perSecond', number>

function lineReport(clear: () => void) {
  return {
    add({ path, promised, got }: Difference) {
      clear()
      console.log(`differs   ${path}: expected ${inWords(promised)}, got ${inWords(got)}`)
    },
    end({ asked, current, moved, gone, different, seconds, perSecond }: Summary) {
      const kept = `${current} answer 200, ${moved} lead on with 301, ${gone} are gone with 410`
      console.log(`${asked} addresses asked in ${seconds} s, ${perSecond} a second: ${kept}, ${different} differ.`)
    },
  }
}

function inWords({ status, location }: Answer): string {
  if (status === 0) return 'no answer'
  if (status !== 301) return location === null ? String(status) : `${status} to ${location}`
  return `301 to ${location ?? 'nowhere'}`
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10
}

import pg from 'pg'
import { z } from 'zod'
import type { Ear, OnChange } from './hear-changes'
import { type LogPosition, logPosition, touchedIn } from './log-position'

const number = z.coerce.number()
const bounds = z.tuple([z.object({ oldest: number.nullable(), newest: number.nullable() })])
const entries = z.array(z.object({ id: number, touched: z.unknown().transform(touchedIn) }))

const milliseconds = { firstWait: 100, longestWait: 5000, betweenReads: 15_000, connecting: 5000, answering: 10_000 }

/**
 * Hears commits through LISTEN on a connection of its own. A notice says only that the log has grown; the log is then read from the last
 * known entry. Writers queue (see `postgresql-adapter.ts`), so that entries become visible in the order of their numbers and none is
 * skipped. While the connection is down the ear is deaf; it comes back by itself and reads what it has missed. A connection that has died
 * without a word is found out by a read every quarter of a minute.
 */
export async function openPostgresqlEar(url: string, onChange: OnChange): Promise<Ear> {
  let position: LogPosition | undefined
  let client: pg.Client | undefined
  let reading: Promise<void> | undefined
  let isStale = false
  let isClosed = false
  let wait = milliseconds.firstWait
  let timer: NodeJS.Timeout | undefined

  await connect()
  return {
    isCurrent: () => client !== undefined && !isStale,
    // Where there is no connection, what is kept is not served either: nothing to catch up with.
    catchUp: async () => client && read(client).catch(() => {}),
    close,
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'dibao ear',
      keepAlive: true,
      connectionTimeoutMillis: milliseconds.connecting,
      query_timeout: milliseconds.answering,
    })
    const lose = () => lost(fresh)
    fresh.on('error', lose).on('end', lose)
    fresh.on('notification', () => void read(fresh).catch(lose))
    try {
      await fresh.connect()
      // Listening first, reading then: nothing falls between.
      await fresh.query('LISTEN dibao_change')
      const known = await readBounds(fresh)
      if (!position) position = logPosition(known, onChange)
      await read(fresh)
    } catch (error) {
      fresh.removeAllListeners('end')
      await fresh.end().catch(() => {})
      throw error
    }
    client = fresh
    wait = milliseconds.firstWait
    timer = setInterval(() => void read(fresh).catch(lose), milliseconds.betweenReads)
    timer.unref()
  }

  /** Reads the log to its end. A notice that comes during a read asks for another one, since that may have been too early for it. */
  function read(from: pg.Client): Promise<void> {
    isStale = true
    const before = reading ?? Promise.resolve()
    const next = before.catch(() => {}).then(() => readOnce(from))
    reading = next
    return next.then(() => {
      if (reading === next) isStale = false
    })
  }

  async function readOnce(from: pg.Client): Promise<void> {
    if (!position || position.findGap(await readBounds(from))) return
    const { rows } = await from.query('SELECT id, touched FROM change WHERE id > $1 ORDER BY id', [position.last()])
    position.read(entries.parse(rows))
  }

  async function readBounds(from: pg.Client): Promise<{ oldest: number | null; newest: number | null }> {
    const { rows } = await from.query('SELECT MIN(id) AS oldest, MAX(id) AS newest FROM change')
    return bounds.parse(rows)[0]
  }

  function lost(which: pg.Client): void {
    if (client !== which) return
    client = undefined
    clearInterval(timer)
    which.end().catch(() => {})
    comeBack()
  }

  function comeBack(): void {
    if (isClosed) return
    setTimeout(() => {
      if (!isClosed) connect().catch(comeBack)
    }, wait).unref()
    wait = Math.min(wait * 2, milliseconds.longestWait)
  }

  async function close(): Promise<void> {
    isClosed = true
    clearInterval(timer)
    const open = client
    client = undefined
    await open?.end().catch(() => {})
  }
}

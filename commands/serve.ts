import cluster from 'node:cluster'
import { access, constants, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/env'
import { type Portal, serve } from '@/server/serve'
import { onWorkerStop, serveOnWorkers } from '@/server/serve-on-workers'
import { finishLater } from './finish-later'
import { finishPictures } from './finish-pictures'
import { openFirstDoor } from './first-door'
import { closeDatabase, database } from '@/store/database'
import { indexDeskUnread } from '@/store/desk-unread'
import { migrate } from '@/store/migrate'
import { noteDays } from '@/store/note-days'
import { isEmptyStore } from '@/store/incoming'
import { indexUnread } from '@/store/index-unread'
import { readOldMarks } from '@/store/read-old-marks'
import { relateDue } from '@/store/relate-due'

/** Starts the newspaper: the store brought up to date, the demonstration loaded into an empty one, and the portal open. Ends on Ctrl-C. */
export async function serveCommand(): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', hearNobody)
  if (cluster.isWorker) return serveAsWorker()
  await mkdir(env.dataDir, { recursive: true }).catch(() => {})
  await access(env.dataDir, constants.W_OK).catch(() => {
    throw new Error(
      `DATA_DIR is ${env.dataDir}, where this account may not write; give it the right to, or set DATA_DIR to another folder.`,
    )
  })
  await migrate({ url: env.databaseUrl, prismaFolder: join(env.projectFolder, 'prisma') })
  const db = await database(env.databaseUrl)
  if (env.demo && (await isEmptyStore(db))) {
    console.log('Loading the demonstration newspaper …')
    const { importSite } = await import('@/ingest/jekyll/import-site')
    const at = new Date()
    await importSite(db, {
      directory: join(env.projectFolder, 'content'),
      zone: env.zone,
      at,
      zoneless: 'local',
      dryRun: false,
      shiftNewestTo: at,
      onProgress: () => {},
      isStopped: () => false,
    })
    // The first page that anybody sees is whole.
    while ((await relateDue(db, { take: 20, at })) !== null) {}
  }
  const door = await openFirstDoor(db, new Date())
  const portal = await open()
  void finishPictures(db)
  let isStopping = false
  const isStopped = () => isStopping
  // The index names securities: they come before it. The calendar is quickest of all.
  const finishing = finishLater(() => noteDays(db, { zone: env.zone, take: 50, at: new Date() }), {
    isStopped,
    complaint: 'The calendar lacks older days:',
  })
    .then(() =>
      finishLater(() => readOldMarks(db, { take: 200, at: new Date() }), {
        isStopped,
        complaint: 'Securities of older articles stay unknown:',
      }),
    )
    .then(() =>
      finishLater(() => indexUnread(db, { take: 100, at: new Date() }), {
        isStopped,
        complaint: 'Older articles cannot all be found yet:',
      }),
    )
    .then(() =>
      finishLater(() => indexDeskUnread(db, { take: 25, at: new Date() }), {
        isStopped,
        complaint: 'Older copy cannot all be found at the desk yet:',
      }),
    )
  const local = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${portal.port}`
  console.log(
    `\n  The newspaper   ${local}/${env.siteUrl === `http://localhost:${env.port}` ? '' : `   (public as ${env.siteUrl}/)`}`,
  )
  console.log(`  The newsroom    ${local}/admin`)
  if (door) console.log(`  Create the first administrator, once:   ${local}/admin/join/${door}`)
  console.log('\n  Ctrl-C stops it.\n')
  await stopSignal()
  console.log('Stopping: requests under way end first …')
  isStopping = true
  await Promise.all([portal.close(), finishing])
  await closeDatabase()
  // A request that nobody waits for any more may have opened the store again, and would keep the process alive.
  process.exit(0)
}

/** Whoever listened to what is said here has gone: no reason to end, nor to say so, over and over, to nobody. */
function hearNobody(): void {}

/** The portal, in this process or on several more. */
async function open(): Promise<Pick<Portal, 'port' | 'close'>> {
  if (env.workers === 1) return serve(env)
  const workers = await serveOnWorkers(env.workers)
  return { port: workers.port, close: workers.stop }
}

/** One of several processes; the first one has made everything ready, and says when to end. */
async function serveAsWorker(): Promise<number> {
  let portal: Portal | undefined
  onWorkerStop({
    stopListening: async () => portal?.stopListening(),
    stop: async () => {
      await portal?.close()
      await closeDatabase()
    },
  })
  portal = await serve({ ...env, pageCacheBytes: Math.floor(env.pageCacheBytes / env.workers) })
  // It is over when its process is.
  return new Promise(() => {})
}

/** The first signal to stop. Later ones are heard and change nothing: a terminal sends Ctrl-C to every process of the command. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

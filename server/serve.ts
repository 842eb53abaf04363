import { createServer, type Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { database } from '@/store/database'
import { hearChanges } from '@/store/hear-changes'
import { openSealed } from '@/store/sealed-text'
import { readSecretKey } from '@/store/secret-key'
import { answerRequest, bringNetwork } from './answer-request'
import { startClock } from './clock'
import { pageMaker } from './make-page'
import { openPress, type Press } from './press'
import { listPublicFiles } from './public-files'
import { sendPush } from './send-push'

export type Serving = {
  port: number
  host: string
  development: boolean
  /** Where the built pages lie. */
  projectFolder: string
  databaseUrl: string
  /** The public origin. */
  siteUrl: string
  zone: string
  /** Bytes that this process's kept pages may take. */
  pageCacheBytes: number
  /** Whether answers say how they came about. */
  reportsPages: boolean
  /** Everything that is written lies under it. */
  dataDir: string
  /** What the newspaper's own key is made from; null where it lies in `dataDir`. */
  secretKey: string | null
}

/** The running portal: where it listens, and how to end it without cutting anyone off. */
export type Portal = {
  port: number
  /** Gives the port back; who is connected goes on being served. */
  stopListening: () => Promise<unknown>
  close: () => Promise<void>
}

/** Starts the portal in this process. Throws one sentence when the port cannot be had. */
export async function serve(serving: Serving): Promise<Portal> {
  const {
    port,
    host,
    development,
    projectFolder,
    databaseUrl,
    siteUrl,
    zone,
    pageCacheBytes,
    reportsPages,
    ...secrets
  } = serving
  const app = next({ dev: development, dir: projectFolder, hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  if (development) {
    const server = createServer((request, response) => handle(bringNetwork(request), response))
    server.on('upgrade', app.getUpgradeHandler())
    await listen(server, port, host)
    return {
      port: portOf(server, port),
      stopListening: () => leavePort(server),
      close: async () => {
        await drain(server, await leavePort(server))
        await app.close()
      },
    }
  }

  let siteEdition = 0
  const ear = await hearChanges(databaseUrl, (touched) => {
    if (touched === 'everything' || touched.includes('site')) siteEdition++
    press.hear(touched)
  })
  const press: Press = openPress({
    make: pageMaker(handle, () => (ear.isCurrent() ? siteEdition : null)),
    isCurrent: ear.isCurrent,
    catchUp: ear.catchUp,
    bound: pageCacheBytes,
    reports: reportsPages,
  })
  const answer = answerRequest({ handle, press, assets: await listPublicFiles(projectFolder) })
  let isClosing = false
  const server = createServer({ maxHeaderSize: longestHead }, (request, response) => {
    if (isClosing) response.setHeader('connection', 'close')
    else if (press.answerKept(request, response)) return
    void answer(request, response)
  })
  let left: Promise<Left> | undefined
  const stopListening = () => {
    left ??= leavePort(server)
    return left
  }
  // The cluster calls this in a worker that is to leave the port. Node's own would cut off who is connected and waits.
  server.close = (done) => {
    void stopListening().then(({ closed }) => closed.then(() => done?.()))
    return server
  }
  await listen(server, port, host)
  const clock = startClock(await database(databaseUrl), zone, {
    origin: siteUrl,
    send: sendPush,
    openSealed: async (sealed) => openSealed(sealed, await readSecretKey(secrets)),
  })
  // Pages that were kept before would be made anew at once.
  await clock.begun
  return {
    port: portOf(server, port),
    stopListening,
    close: async () => {
      const port = await stopListening()
      // Only now: a reader whose connection ends would come back at once, and must find nobody rather than somebody about to go.
      isClosing = true
      await drain(server, port)
      await press.settled()
      await clock.stop()
      // Next waits for what its pages left to do afterwards; ours leave nothing, and it has been seen to wait for ever.
      await Promise.race([app.close(), sleep(grace.idle, undefined, { ref: false })])
      await ear.close()
    },
  }
}

/** Bytes of a request line and its headers: who pastes a whole article into the search is told how much of it was read. */
const longestHead = 128 * 1024

/** Milliseconds of a stop: a connection that waits is kept open for the request that may be on its way, and a request under way may take its time. */
const grace = { idle: 1000, longest: 10_000 }

/**
 * Ends the connections of a server that takes no new ones: what is under way is answered, and each closes behind its answer; one that waits
 * may have a request just being sent on it.
 */
async function drain(server: Server, { closed }: Left): Promise<void> {
  // One turn of the loop later: what lies on a connection by then is read first, however long the machine let this process wait.
  const idle = setTimeout(() => setImmediate(() => setImmediate(() => server.closeIdleConnections())), grace.idle)
  const longest = sleep(grace.longest, undefined, { ref: false }).then(() => server.closeAllConnections())
  await Promise.race([closed, longest])
  clearTimeout(idle)
}

/** A port was given back; `closed` resolves when the last connection has ended too. */
type Left = { closed: Promise<void> }

/**
 * Gives the port back. What has connected and was not taken yet is cut off by that, so it is
 * done at the end of a turn of the loop that took next to no time: every turn begins by taking who is there.
 */
async function leavePort(server: Server): Promise<Left> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const began = performance.now()
    await immediate()
    if (performance.now() - began < shortTurn) break
  }
  return { closed: new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve())) }
}

/** Milliseconds, and how many turns are waited for a short one. */
const shortTurn = 0.1
const mostTurns = 100

function portOf(server: Server, port: number): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          reasons[error.code ?? '']?.(port, host) ?? `The portal cannot listen on ${host}:${port}: ${error.message}.`,
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
}

const reasons: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken by another program; stop that one, or set PORT to a free one.`,
  EACCES: (port) => `Port ${port} needs more rights than this account has; set PORT to one above 1023.`,
  EADDRNOTAVAIL: (_port, host) =>
    `This machine has no address ${host}; set HOST to 127.0.0.1, or to 0.0.0.0 for every network.`,
}

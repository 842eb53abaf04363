import cluster, { type Worker } from 'node:cluster'

export type Workers = { port: number; stop: () => Promise<void> }

/** A worker that dies sooner than this has something that another try will not mend at once. */
const shortLife = 5000
const pause = 1000

/**
 * Serves on several processes that share one port: this program again, each with its pages in its own memory. One that dies is replaced.
 * Throws when the first ones cannot listen, with the sentence that the worker said.
 */
export async function serveOnWorkers(count: number): Promise<Workers> {
  // Each takes connections from the port itself. Handed round by the first process, those in its hands at a stop would be cut off.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  let isStopping = false
  let port = 0
  const starting = Array.from({ length: count }, () => start())
  await Promise.all(starting)
  return {
    port,
    async stop() {
      isStopping = true
      const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      const [last, ...others] = workers
      // The port is left by all before any connection is ended: who comes back then is told at once that nobody is here.
      await Promise.all(others.map(leavePort))
      if (last) await leavePortLast(last)
      await Promise.all(workers.map(stopWorker))
    },
  }

  function start(): Promise<void> {
    const worker = cluster.fork()
    const began = performance.now()
    return new Promise((resolve, reject) => {
      worker.once('listening', (address) => {
        port = address.port
        resolve()
      })
      worker.once('exit', (code, signal) => {
        // Whoever waits for the first start hears of it; later there is nobody left to tell.
        reject(new Error('A worker could not start; it says why above.'))
        if (isStopping || port === 0) return
        console.error(`A worker ended (${signal ?? code}); another takes its place.`)
        setTimeout(replace, performance.now() - began < shortLife ? pause : 0)
      })
    })
  }

  function replace(): void {
    if (!isStopping) start().catch(() => {})
  }
}

/**
 * In a worker: leaves the port when the first process says so, and stops, once, when it says that or has died; then it ends. Called before
 * anything else, so that no word is missed; it finds the worker however far its start has come.
 */
export function onWorkerStop({
  stopListening,
  stop,
}: {
  stopListening: () => Promise<unknown>
  stop: () => Promise<void>
}): void {
  // A terminal's Ctrl-C reaches every process: the first one decides, so that a worker does not end before it was told.
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})
  let isStopping = false
  const once = () => {
    if (isStopping) return
    isStopping = true
    stop().finally(() => process.exit(0))
  }
  process.on('message', (message) => {
    if (message === words.stop) once()
    if (message !== words.leavePort) return
    void stopListening().then(() => process.send?.(words.left))
  })
  process.on('disconnect', once)
}

const words = { leavePort: 'leave the port', left: 'left', stop: 'stop' }

/** One that does not do as it is told, because something in it hangs, is not waited for. */
const patience = { leaving: 2000, stopping: 15_000 }

function leavePort(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(done, patience.leaving)
    worker.on('message', (message) => message === words.left && done())
    worker.once('exit', done)
    worker.send(words.leavePort, () => {})

    function done(): void {
      clearTimeout(late)
      resolve()
    }
  })
}

/**
 * The last one takes connections until this process has let go of the port: the other way round, those that come between the two would be
 * cut off. `disconnect` lets go here first, and then has the worker close its server.
 */
function leavePortLast(worker: Worker): Promise<void> {
  worker.disconnect()
  return leavePort(worker)
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.isDead()) return resolve()
    const late = setTimeout(() => worker.process.kill('SIGKILL'), patience.stopping)
    worker.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
    worker.send(words.stop, () => {})
  })
}

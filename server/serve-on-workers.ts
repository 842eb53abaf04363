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
 * In a worker: calls `stop` once, when the first process asks for it or has died, and then ends. Called before anything else, so that no word
 * is missed; `stop` finds the worker however far its start has come.
 */
export function onWorkerStop(stop: () => Promise<void>): void {
  // A terminal's Ctrl-C reaches every process: the first one decides, so that a worker does not end before it was told.
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => {})
  let isStopping = false
  const once = () => {
    if (isStopping) return
    isStopping = true
    stop().finally(() => process.exit(0))
  }
  process.on('message', (message) => message === stopWord && once())
  process.on('disconnect', once)
}

const stopWord = 'stop'

/** One that does not end when it is told to, because something in it hangs, is ended. */
const longestStop = 15_000

async function stopWorker(worker: Worker): Promise<void> {
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  if (worker.isDead()) return
  const late = setTimeout(() => worker.process.kill('SIGKILL'), longestStop)
  worker.send(stopWord, () => {})
  await ended
  clearTimeout(late)
}

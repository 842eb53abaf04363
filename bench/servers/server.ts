import { setTimeout as sleep } from 'node:timers/promises'
import { treeOf } from '../process/process-tree'
import { ended, listenTo, type RunningProgram } from '../process/program'

/** A server under measurement. */
export type Server = {
  name: string
  pid: number
  port: number
  origin: string
  stop: () => Promise<void>
  said: () => string
}

const patience = 60_000
const longestStop = 20_000

/** Waits until a server says that it is open and where. Throws what it said when it ends first. */
export async function whenOpen(child: RunningProgram, { name, says }: { name: string; says: RegExp }): Promise<Server> {
  const said = listenTo(child)
  const late = performance.now() + patience
  while (!says.test(said())) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > late) {
      child.kill()
      throw new Error(`${name} did not open:\n${said()}`)
    }
    await sleep(20)
  }
  const port = Number(/http:\/\/127\.0\.0\.1:(\d+)/.exec(said())?.[1])
  if (!port) throw new Error(`${name} did not say where it listens:\n${said()}`)
  return serverOf(child, { name, port, said })
}

/** A running program as a server: what to ask, and how to end it. */
export function serverOf(
  child: RunningProgram,
  { name, port, said }: { name: string; port: number; said: () => string },
): Server {
  return {
    name,
    pid: child.pid,
    port,
    origin: `http://127.0.0.1:${port}`,
    said,
    async stop() {
      child.kill('SIGTERM')
      const isOver = await Promise.race([ended(child).then(() => true), sleep(longestStop, false, { ref: false })])
      if (isOver) return
      for (const pid of treeOf(child.pid)) process.kill(pid, 'SIGKILL')
      throw new Error(`${name} was still there ${longestStop / 1000} seconds after it was told to stop:\n${said()}`)
    },
  }
}

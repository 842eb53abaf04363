import { setTimeout as sleep } from 'node:timers/promises'
import { ended, listenTo, startCommand } from './program'

export type PortalRun = { pid: number; origin: string; stop: () => Promise<void> }

/** Starts the built portal on a store, as `npm start` does, on a port that is free. */
export async function startPortal(dataDir: string): Promise<PortalRun> {
  const child = startCommand(['serve'], dataDir)
  const said = listenTo(child)
  const late = performance.now() + 60_000
  while (!said().includes('Ctrl-C stops it')) {
    if (child.exitCode !== null || performance.now() > late) {
      child.kill()
      throw new Error(`the portal on ${dataDir} did not open:\n${said()}`)
    }
    await sleep(50)
  }
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0]
  if (!origin) throw new Error(`the portal did not say where it listens:\n${said()}`)
  return {
    pid: child.pid,
    origin,
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

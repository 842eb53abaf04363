import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nextMessage } from '../process/next-message'
import { pinnedTo } from '../process/pinning'
import { root } from '../process/program'
import type { LoadPlan, LoadResult } from './load-plan'

export type LoadGenerator = { run: (plan: LoadPlan) => Promise<LoadResult>; stop: () => void }

/** Starts the load generator, on the core that is not the server's. */
export async function startLoadGenerator(): Promise<LoadGenerator> {
  const program = join(import.meta.dirname, 'generator.ts')
  const [name, args] = pinnedTo('load', process.execPath, ['--import', 'tsx', program])
  const child = spawn(name, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await nextMessage(child)
  return {
    async run(plan) {
      child.send(plan)
      return (await nextMessage(child)) as LoadResult
    },
    stop: () => child.disconnect(),
  }
}

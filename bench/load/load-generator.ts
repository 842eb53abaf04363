import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pinnedTo } from '../process/pinning'
import { root } from '../process/program'
import type { LoadPlan, LoadResult } from './load-plan'

export type LoadGenerator = { run: (plan: LoadPlan) => Promise<LoadResult>; stop: () => void }

/** Starts the load generator, on the core that is not the server's. */
export async function startLoadGenerator(): Promise<LoadGenerator> {
  const program = join(import.meta.dirname, 'generator.ts')
  const [name, args] = pinnedTo('load', process.execPath, ['--import', 'tsx', program])
  const child = spawn(name, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await messageFrom(child)
  return {
    async run(plan) {
      child.send(plan)
      return (await messageFrom(child)) as LoadResult
    },
    stop: () => child.disconnect(),
  }
}

/** The next thing the generator says. Throws when it ends instead. */
function messageFrom(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      child.off('message', answered).off('exit', ended)
      how()
    }
    const answered = (message: unknown) => settle(() => resolve(message))
    const ended = () => settle(() => reject(new Error('the load generator ended before it answered')))
    child.once('message', answered).once('exit', ended)
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { serveProcess } from '../../scripts/steps/serve-process.mjs'
import { type Core, pinnedTo } from './pinning'

export const root = join(import.meta.dirname, '../..')
/** The built commands, as `npm start` runs them. */
const builtCommands = '.next/dibao/main.mjs'

export type RunningProgram = ChildProcess & { pid: number }
export type Variables = Record<string, string>

/** What every program of ours is told of the newspaper under measurement. */
export function storeVariables(dataDir: string): Variables {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    SITE_URL: 'https://bench.example',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DEMO: '0',
  }
}

/** Starts a command of `npm run dibao` in a process of its own, on a store of its own. */
export function startCommand(
  args: string[],
  dataDir: string,
  { core = null, variables = {} }: { core?: Core | null; variables?: Variables } = {},
): RunningProgram {
  const given = { ...storeVariables(dataDir), ...variables }
  if (args[0] !== 'serve')
    return startNode(['--conditions=react-server', builtCommands, ...args], { core, variables: given })
  const { flags, variables: more } = serveProcess(given)
  return startNode([...flags, builtCommands, ...args], { core, variables: { ...given, ...more } })
}

/** Starts Node on a program of this project. */
export function startNode(
  args: string[],
  { core, variables }: { core: Core | null; variables: Variables },
): RunningProgram {
  return startProgram(...pinnedTo(core, process.execPath, args), variables)
}

/** Starts any program; what it says can be listened to. */
export function startProgram(program: string, args: string[], variables: Variables = {}): RunningProgram {
  const env = { ...process.env, ...variables }
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid === undefined) throw new Error(`${program} could not be started`)
  return child as RunningProgram
}

/** All that a process says, as it grows. */
export function listenTo(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  return () => said
}

/** Waits for the end of a process; resolves to its exit code. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('close', resolve))
}

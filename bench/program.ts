import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** The built commands, as `npm start` runs them. */
const program = ['--conditions=react-server', '.next/dibao/main.mjs']

/** Starts a command of `npm run dibao` in a process of its own, on a store of its own. */
export function startCommand(args: string[], dataDir: string): ChildProcess & { pid: number } {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PORT: '0',
    SITE_URL: 'https://bench.example',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DEMO: '0',
  }
  const child = spawn(process.execPath, [...program, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid === undefined) throw new Error(`${process.execPath} could not be started`)
  return child as ChildProcess & { pid: number }
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

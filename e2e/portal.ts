import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createScratchPostgresql } from '../store/scratch-postgresql'
import { serveProcess } from '../scripts/steps/serve-process.mjs'

const root = join(import.meta.dirname, '..')
/** The built commands, as `npm start` runs them. */
const program = '.next/dibao/main.mjs'

export const administrator = { email: 'chief@example.org', password: 'a long enough password' }

export type RunningPortal = {
  url: string
  dataDir: string
  /** Where its records are; empty for the file in its folder. */
  databaseUrl: string
  /** All that the process has said so far. */
  said: () => string
  /** The number of its first process. */
  pid: number
  /** Runs a command of `npm run dibao` against the same data; resolves to its exit code and standard output. */
  dibao: (...args: string[]) => Promise<{ code: number | null; stdout: string; stderr: string }>
  /** The same against a folder that somebody else names. */
  dibaoIn: (dataDir: string, ...args: string[]) => Promise<{ code: number | null; stdout: string; stderr: string }>
  /** Sends a signal and waits for the end. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** What a portal of the tests keeps its records in. */
export type Store = 'sqlite' | 'postgresql'
let store: Store = 'sqlite'

/** From now on this process's portals run on that store; one on PostgreSQL gets a database of its own. */
export function startPortalsOn(wanted: Store): void {
  store = wanted
}

export type Start = {
  demo?: boolean
  withAdministrator?: boolean
  dataDir?: string
  /** Where one listened that comes back. */
  port?: number
  env?: Record<string, string>
}

/** Starts the built portal on a folder and a port of its own, as `npm start` does. */
export async function startPortal({
  demo = true,
  withAdministrator = true,
  dataDir,
  port: wanted,
  env = {},
}: Start = {}): Promise<RunningPortal> {
  const directory = dataDir ?? (await mkdtemp(join(tmpdir(), 'dibao-e2e-')))
  const port = wanted ?? (await freePort())
  const databaseUrl = await databaseOf(directory)
  const variables = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    SITE_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: directory,
    DATABASE_URL: databaseUrl,
    DEMO: demo ? '1' : '0',
    ...(withAdministrator && { ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password }),
    ...env,
  } as NodeJS.ProcessEnv
  const { flags, variables: more } = serveProcess(variables)
  const child = spawn(process.execPath, [...flags, program, 'serve'], {
    cwd: root,
    env: { ...variables, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  await listening(child, () => said)
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir: directory,
    databaseUrl,
    said: () => said,
    pid: child.pid ?? 0,
    dibao: (...args) => run(args, variables),
    dibaoIn: (dataDir, ...args) => run(args, { ...variables, DATA_DIR: dataDir, DATABASE_URL: '' }),
    stop: async (signal = 'SIGTERM') => {
      const code =
        child.exitCode ??
        (await new Promise<number | null>((resolve) => {
          child.once('exit', resolve)
          child.kill(signal)
        }))
      if (dataDir === undefined) await rm(directory, { recursive: true, force: true })
      return code
    },
  }
}

const databases = new Map<string, string>()

/** A portal that starts again on the same folder finds the same records. Databases go with their server. */
async function databaseOf(directory: string): Promise<string> {
  if (store === 'sqlite') return ''
  const known = databases.get(directory)
  if (known) return known
  const server = process.env.DIBAO_TEST_POSTGRESQL
  if (!server) throw new Error('DIBAO_TEST_POSTGRESQL names no server: npm test starts one.')
  const { url } = await createScratchPostgresql(server)
  databases.set(directory, url)
  return url
}

function listening(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (said().includes('Ctrl-C stops it')) end(resolve)
      else if (child.exitCode !== null) end(() => reject(new Error(`the portal ended: ${said()}`)))
    }, 50)
    const late = setTimeout(
      () => end(() => reject(new Error(`the portal was not ready after a minute: ${said()}`))),
      60_000,
    )
    function end(then: () => void) {
      clearInterval(look)
      clearTimeout(late)
      then()
    }
  })
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=react-server', program, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

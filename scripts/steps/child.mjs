import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'
import { Refusal } from './speech.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY

const parent = process.ppid
const underNpm = process.env.npm_lifecycle_event !== undefined

/** Somebody stopped the script while a step ran: the steps after it must not start, and there is nothing to explain. */
export class Stopped extends Refusal {
  constructor(signal) {
    super('')
    this.exitCode = 128 + constants.signals[signal]
  }
}

/** Runs Node on a step of its own and resolves to its exit code and, with `quiet`, to what it said. */
export async function step(args, options) {
  const result = await launch(process.execPath, args, options)
  if (result.stoppedBy) throw new Stopped(result.stoppedBy)
  return result
}

/** The same for a program that is not Node. */
export async function command(name, args, options) {
  const result = await launch(name, args, options)
  if (result.stoppedBy) throw new Stopped(result.stoppedBy)
  return result
}

/**
 * Becomes a program of this repository, built or in TypeScript, as far as anyone can see: same terminal, same signals, same exit code.
 * `--conditions=react-server` is what lets it import the modules that `server-only` guards.
 */
export async function become(program, args, env, flags = ['--conditions=react-server']) {
  const compiler = program.endsWith('.ts') ? ['--import', 'tsx'] : []
  const { code } = await launch(process.execPath, [...flags, ...compiler, program, ...args], {
    env: { INIT_CWD: process.env.INIT_CWD ?? process.cwd(), NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  return code
}

/** `quiet` collects what the child says instead of showing it; `uid` and `gid` make it another account's. */
function launch(name, args, { env, quiet = false, shell = false, cwd = root, uid, gid } = {}) {
  const child = spawn(name, args, {
    cwd,
    uid,
    gid,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell,
  })
  const said = []
  child.stdout?.on('data', (chunk) => said.push(chunk))
  child.stderr?.on('data', (chunk) => said.push(chunk))
  const passing = passSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve({
        code: code ?? 128 + constants.signals[signal],
        output: Buffer.concat(said).toString(),
        stoppedBy: passing.end(),
      })
    })
  })
}

/**
 * Hands the first signal on, and lives until the child has ended. Ctrl-C in a terminal reaches the child without us: then
 * we only wait, and step in when it still runs after three seconds (it may not have been a key press after all).
 * A signal to npm alone ends only the shell between npm and us; that we have another parent is how we hear of it.
 */
function passSignals(child) {
  let stoppedBy
  let late
  const pass = (signal) => {
    if (stoppedBy) return
    stoppedBy = signal
    if (signal === 'SIGINT' && inTerminal) late = setTimeout(() => child.kill('SIGTERM'), 3000)
    else child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const orphaned = setInterval(() => underNpm && process.ppid !== parent && pass('SIGTERM'), 250)
  return {
    end() {
      clearTimeout(late)
      clearInterval(orphaned)
      for (const signal of signals) process.off(signal, pass)
      return stoppedBy
    },
  }
}

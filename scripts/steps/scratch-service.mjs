import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Runs work with the address of a service that `start` starts in a folder of its own: it resolves to `{ url, stop }`. The service is gone with
 * its folder when the work is done or this process ends, however that ends.
 */
export async function withScratchService(name, start, work) {
  const folder = mkdtempSync(path.join(tmpdir(), `dibao-${name}-`))
  const { url, stop } = await start(folder).catch((error) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  try {
    return await work(url)
  } finally {
    await stop()
  }
}

/**
 * Starts a service with a line of shell, which sets `$pids`, and a keeper beside it. Resolves to `stop` when `ready` has resolved; what that
 * throws stops the service first.
 */
export async function startKept({ run, args = [], signal, folder, ready, ...options }) {
  const keeper = spawn('sh', ['-c', keep(run, signal), ...args], {
    ...options,
    cwd: folder,
    env: { ...process.env, ...options.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
    // A terminal sends Ctrl-C to every process of the command; this one ends when we do.
    detached: true,
  })
  const ended = new Promise((resolve) => keeper.once('close', resolve))
  const stop = async () => {
    keeper.stdin.end()
    await ended
  }
  try {
    await ready()
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** Lives beside the service until our end of its input closes, which the system does for us even when we are killed. */
const keep = (run, signal) => `
${run}
cat >/dev/null
kill -${signal} $pids
wait
cd /
rm -rf "$FOLDER"
`

/** Asks twenty times a second, half a minute long, and resolves to whether the answer was yes. */
export async function waitUntil(isSo) {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return true
    await wait(50)
  }
  return false
}

export const lastLine = (text) => text.trim().split('\n').at(-1)

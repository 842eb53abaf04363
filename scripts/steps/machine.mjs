import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { command } from './child.mjs'
import { say } from './speech.mjs'

/** Whether this is a Debian (or a child of it) whose administrator we are, so that its packages can be had. */
export const canInstallPackages =
  process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')

/** What a short command prints, or nothing when it is missing, fails or hangs. */
export function ask(name, args) {
  const { status, stdout } = spawnSync(name, args, {
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout.trim() : undefined
}

/** Installs Debian packages and tells whether that worked. */
export async function installPackages(names) {
  say(`Installing ${names.join(' and ')} with apt-get …`)
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await command('apt-get', ['update'], options)
  const { code } = await command('apt-get', ['install', '-y', '--no-install-recommends', ...names], options)
  return code === 0
}

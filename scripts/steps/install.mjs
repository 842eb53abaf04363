import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { command, step } from './child.mjs'
import { at } from './places.mjs'
import { Refusal, say } from './speech.mjs'

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|FETCH_ERROR)\b/

/**
 * Installs what package-lock.json says where node_modules lacks it. What the portal needs to run is enough for most
 * scripts; only `everything` asks for the development tools too. An installation without them is never filled up by
 * `npm start`, nor is one with them pruned.
 */
export async function install({ everything = false } = {}) {
  const installed = packagesOf('node_modules/.package-lock.json')
  const locked = packagesOf('package-lock.json')
  if (installed && agrees(installed, locked, everything)) return

  say('Installing the packages …')
  await checkRegistry()
  const runtimeOnly = !everything && installed && !Object.values(installed).some((entry) => entry.dev)
  const dev = everything ? ['--include=dev'] : runtimeOnly ? ['--omit=dev'] : []
  // Every native part comes inside a package, so no package's own script needs to run.
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...dev])
  if (code === 0) return
  const sentence = reason(output)
  if (!sentence) say(output.trim())
  throw new Refusal(sentence ?? 'The packages could not be installed: put right what npm names above.')
}

/** `npm ci` empties node_modules first, and takes minutes to give up; so a registry out of reach is found out before. */
async function checkRegistry() {
  const short = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=15000']
  const { code, output } = await npm(['ping', ...short])
  const sentence = code !== 0 && reason(output)
  if (sentence) throw new Refusal(sentence)
}

/** Whether node_modules holds every package of the lock file in the version it names. */
function agrees(installed, locked, everything) {
  return Object.entries(locked).every(([place, wanted]) => {
    if (place === '' || wanted.optional || (!everything && (wanted.dev || wanted.devOptional))) return true
    return wanted.version === installed[place]?.version && existsSync(at(place))
  })
}

/** npm writes the same list into node_modules as its last act, so half an installation has none. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(at(file), 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The npm that started us where there is one: it belongs to this Node. */
function npm(args) {
  const own = process.env.npm_execpath
  if (own && path.basename(own) === 'npm-cli.js') return step([own, ...args], { quiet: true })
  return command('npm', args, { quiet: true, shell: process.platform === 'win32' })
}

/** What npm's report of a failure comes down to, where that is for the owner of the machine to mend. */
function reason(output) {
  if (unreachable.test(output)) {
    return 'The npm registry cannot be reached: check the connection, or name another with npm config set registry.'
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return 'node_modules cannot be written: give this account the right to.'
  if (/\bENOSPC\b/.test(output)) return 'node_modules cannot be written: make room on the disk.'
  return undefined
}

import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command } from './child.mjs'
import { freePort } from './free-port.mjs'
import { canInstallPackages, installPackages } from './machine.mjs'
import { lastLine, startKept, waitUntil, withScratchService } from './scratch-service.mjs'
import { Refusal } from './speech.mjs'

/** Runs work with the address of a PostgreSQL server of our own, or with nothing where its programs are missing. */
export async function withPostgresql(work) {
  const programs = findPrograms() ?? (await installedPrograms())
  return programs ? withScratchService('postgresql', (folder) => start(programs, folder), work) : work()
}

async function start(programs, folder) {
  const account = serverAccount()
  if (account) chownSync(folder, account.uid, account.gid)
  const at = { ...account, env: { HOME: folder, LC_ALL: 'C' } }
  const password = randomBytes(12).toString('hex')
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const data = path.join(folder, 'data')
  const made = await command(
    path.join(programs, 'initdb'),
    [
      ...['-D', data, '--username=dibao', `--pwfile=${passwordFile}`, '--auth=password'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ],
    { quiet: true, ...at, cwd: folder },
  )
  if (made.code !== 0) throw new Refusal(`PostgreSQL would not make a folder for its data: ${lastLine(made.output)}`)

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // All of it is thrown away: nothing need outlive the machine's power.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    jit: 'off',
  }
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const stop = await startKept({
    ...at,
    run: '"$0" "$@" >"$FOLDER/log" 2>&1 & pids=$!',
    args: [path.join(programs, 'postgres'), ...args],
    signal: 'QUIT',
    folder,
    ready: () => ready(data, folder),
  })
  return { url: `postgresql://dibao:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** The server's own note of its state ends with "ready" once it takes connections. */
async function ready(data, folder) {
  const note = path.join(data, 'postmaster.pid')
  const isReady = () => existsSync(note) && readFileSync(note, 'utf8').trimEnd().endsWith('ready')
  await waitUntil(() => isReady() || /FATAL/.test(logOf(folder)))
  if (!isReady()) throw new Refusal(`PostgreSQL would not start: ${lastLine(logOf(folder))}`)
}

const logOf = (folder) => (existsSync(path.join(folder, 'log')) ? readFileSync(path.join(folder, 'log'), 'utf8') : '')

function findPrograms() {
  if (process.platform === 'win32') return undefined
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ].find((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))))
}

async function installedPrograms() {
  return canInstallPackages && (await installPackages(['postgresql'])) ? findPrograms() : undefined
}

/** PostgreSQL refuses to run as root: then it runs as its own account, or as nobody. */
function serverAccount() {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [, , uid, gid] =
    ['postgres', 'nobody'].map((name) => accounts.find((one) => one[0] === name)).find(Boolean) ?? []
  if (uid === undefined) throw new Refusal('PostgreSQL does not run as root, and there is no account nobody here.')
  return { uid: Number(uid), gid: Number(gid) }
}

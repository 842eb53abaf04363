import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { command } from './child.mjs'
import { freePort } from './free-port.mjs'
import { canInstallPackages, installPackages } from './machine.mjs'
import { Refusal } from './speech.mjs'

/**
 * A PostgreSQL server of our own in a folder of its own: `{ url, stop }`, or nothing where its programs are missing. It is gone with its
 * folder when it is stopped or this process ends, however that ends.
 */
export async function startPostgresql() {
  const programs = findPrograms() ?? (await installedPrograms())
  if (!programs) return undefined
  const folder = mkdtempSync(path.join(tmpdir(), 'dibao-postgresql-'))
  try {
    return await start(programs, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Runs work with the address of a server, or with nothing where its programs are missing. */
export async function withPostgresql(work) {
  const server = await startPostgresql()
  try {
    return await work(server?.url)
  } finally {
    await server?.stop()
  }
}

async function start(programs, folder) {
  const account = serverAccount()
  if (account) chownSync(folder, account.uid, account.gid)
  const at = { ...account, cwd: folder, env: { HOME: folder, LC_ALL: 'C' } }
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
    { quiet: true, ...at },
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
  const keeper = spawn('sh', ['-c', keep, path.join(programs, 'postgres'), ...args], {
    ...at,
    env: { ...process.env, ...at.env, FOLDER: folder },
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
    await ready(data, folder)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgresql://dibao:${password}@127.0.0.1:${port}/postgres`, stop }
}

/** Lives beside the server until our end of its input closes, which the system does for us even when we are killed. */
const keep = `
"$0" "$@" >"$FOLDER/log" 2>&1 &
cat >/dev/null
kill -QUIT $!
wait
cd /
rm -rf "$FOLDER"
`

/** The server's own note of its state ends with "ready" once it takes connections. */
async function ready(data, folder) {
  for (let tries = 0; tries < 600; tries++) {
    const note = path.join(data, 'postmaster.pid')
    if (existsSync(note) && readFileSync(note, 'utf8').trimEnd().endsWith('ready')) return
    if (/FATAL/.test(logOf(folder))) break
    await wait(50)
  }
  throw new Refusal(`PostgreSQL would not start: ${lastLine(logOf(folder))}`)
}

const logOf = (folder) => (existsSync(path.join(folder, 'log')) ? readFileSync(path.join(folder, 'log'), 'utf8') : '')
const lastLine = (text) => text.trim().split('\n').at(-1)

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

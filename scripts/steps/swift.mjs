import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import path from 'node:path'
import { command } from './child.mjs'
import { freePort } from './free-port.mjs'
import { canInstallPackages, installPackages } from './machine.mjs'
import { lastLine, startKept, waitUntil, withScratchService } from './scratch-service.mjs'
import { Refusal } from './speech.mjs'

/**
 * Runs work with the address of an S3 service of our own, or with nothing where its programs are missing: OpenStack Swift, which checks
 * signatures as the real ones do.
 */
export async function withSwift(work) {
  const isThere = isInstalled() || (canInstallPackages && (await installPackages(packages)) && isInstalled())
  return isThere ? withScratchService('swift', start, work) : work()
}

const stores = ['account', 'container', 'object']
const packages = [...stores, 'proxy'].map((part) => `swift-${part}`)
const programOf = (part) => `/usr/bin/swift-${part}-server`
const isInstalled = () => [...stores, 'proxy'].every((part) => existsSync(programOf(part)))

async function start(folder) {
  const ports = {}
  for (const part of [...stores, 'proxy']) ports[part] = await freePort()
  const secret = randomBytes(12).toString('hex')
  mkdirSync(path.join(folder, 'devices', 'd1'), { recursive: true })
  for (const part of stores) writeFileSync(path.join(folder, `${part}.conf`), storeSettings(folder, part, ports[part]))
  writeFileSync(path.join(folder, 'proxy.conf'), proxySettings(folder, ports.proxy, secret))
  const rings = await command(
    '/usr/bin/python3',
    ['-c', makeRings, folder, ...stores.map((part) => String(ports[part]))],
    {
      quiet: true,
    },
  )
  if (rings.code !== 0) throw new Refusal(`Swift would not make its rings: ${lastLine(rings.output)}`)

  const stop = await startKept({
    run: runAll,
    signal: 'KILL',
    folder,
    ready: async () => {
      for (const port of Object.values(ports)) await ready(port, folder)
    },
  })
  const address = new URLSearchParams({
    endpoint: `http://127.0.0.1:${ports.proxy}`,
    region: 'us-east-1',
    key: 'test:tester',
    secret,
  })
  return { url: `s3://scratch?${address}`, stop }
}

/** One device holds everything once. */
const makeRings = `
import sys
from swift.common.ring import RingBuilder
folder, *ports = sys.argv[1:]
for part, port in zip(['account', 'container', 'object'], map(int, ports)):
    ring = RingBuilder(4, 1, 0)
    ring.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': port, 'replication_ip': '127.0.0.1',
                  'replication_port': port, 'device': 'd1', 'weight': 1.0, 'meta': ''})
    ring.rebalance()
    ring.get_ring().save(f'{folder}/{part}.ring.gz')
`

const runAll = `
for part in account container object proxy; do
  /usr/bin/swift-$part-server "$FOLDER/$part.conf" >"$FOLDER/$part.log" 2>&1 &
  pids="$pids $!"
done`

const common = (folder, port) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
`

const storeSettings = (folder, part, port) => `${common(folder, port)}
[pipeline:main]
pipeline = ${part}-server

[app:${part}-server]
use = egg:swift#${part}
`

const filters = ['catch_errors', 'cache', 'listing_formats', 's3api', 'tempauth', 'copy', 'slo', 'versioned_writes']
const proxySettings = (folder, port, secret) => `${common(folder, port)}
[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true

${filters.map((filter) => `[filter:${filter}]\nuse = egg:swift#${filter === 'cache' ? 'memcache' : filter}\n${more(filter, secret)}`).join('\n')}`

function more(filter, secret) {
  if (filter === 'tempauth') return `user_test_tester = ${secret} .admin\n`
  return filter === 's3api' ? 'location = us-east-1\n' : ''
}

/** Python takes seconds to load it. */
async function ready(port, folder) {
  if (!(await waitUntil(() => answers(port)))) throw new Refusal(`Swift would not start: ${lastLine(logsOf(folder))}`)
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

const logsOf = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('')

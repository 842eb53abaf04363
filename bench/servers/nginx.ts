import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, headerOf } from '../http/answer-reader'
import { freePort } from '../http/free-port'
import type { Client } from '../http/request'
import { pinnedTo } from '../process/pinning'
import { listenTo, startProgram } from '../process/program'
import { type Server, serverOf } from './server'

/** An answer of ours that nginx is to give as well, to the byte. */
export type Kept = { path: string; client: Client; answer: Answer }

/** nginx with one site for each kind of client: Debian's has no brotli, and a folder of brotli bytes needs none. */
export type Nginx = { server: Server; portFor: Record<Client, number> }

/** Starts nginx on the very bytes that our server answered. `program` is where it lies. */
export async function startNginx(program: string, folder: string, kept: Kept[]): Promise<Nginx> {
  for (const one of kept) keep(folder, one)
  const portFor = { gzip: await freePort(), brotli: await freePort() }
  mkdirSync(join(folder, 'logs'), { recursive: true })
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, portFor, kept))
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'logs/error.log')]
  const child = startProgram(...pinnedTo('server', program, args))
  const said = listenTo(child)
  const server = serverOf(child, { name: 'nginx', port: portFor.gzip, said })
  for (let tries = 0; !(await isOpen(portFor.brotli)); tries++) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`nginx did not open:\n${said()}`)
    await sleep(50)
  }
  return { server, portFor }
}

/** `gzip_static` looks for `name.gz` beside `name`; whatever has no coding of its own lies there as it is. */
function keep(folder: string, { path, client, answer }: Kept): void {
  const file = join(folder, client, path.endsWith('/') ? `${path}index.html` : path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, answer.body)
  if (headerOf(answer.head, 'content-encoding') === 'gzip') writeFileSync(`${file}.gz`, answer.body)
}

function configuration(folder: string, portFor: Record<Client, number>, kept: Kept[]): string {
  const sites = (['gzip', 'brotli'] as const).map((client) => {
    const first = kept.find((one) => one.client === client)
    const coding = first ? headerOf(first.answer.head, 'content-encoding') : null
    return `
  server {
    listen 127.0.0.1:${portFor[client]} backlog=1024;
    root ${join(folder, client)};
    gzip_static ${coding === 'gzip' ? 'on' : 'off'};
    ${coding !== null && coding !== 'gzip' ? `add_header Content-Encoding ${coding};` : ''}
${first ? headersLike(first.answer) : ''}
  }`
  })
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 65;
  keepalive_requests 1000000000;
  open_file_cache max=10000 inactive=60s;
  open_file_cache_valid 60s;
  types { text/html html; }
  default_type 'text/html; charset=utf-8';
  charset utf-8;
${sites.join('\n')}
}
`
}

const ownHeaders =
  /^(?:connection|keep-alive|date|server|content-.*|transfer-encoding|etag|last-modified|x-dibao-page)$/i

/** The headers that our server sets, so that both send as much. */
function headersLike({ head }: Answer): string {
  return head
    .split('\r\n')
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
    .filter(([name]) => !ownHeaders.test(name) || name.toLowerCase() === 'content-security-policy')
    .map(([name, value]) => `    add_header ${name} ${JSON.stringify(value)};`)
    .join('\n')
}

async function isOpen(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`)
    return true
  } catch {
    return false
  }
}

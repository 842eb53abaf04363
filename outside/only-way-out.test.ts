import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rooms = ['app', 'commands', 'components', 'ingest', 'media', 'messages', 'newsroom', 'portal', 'server', 'store']

/** What may open a connection to another machine without asking this room, and why. */
const exceptions: Record<string, string> = {
  'commands/ask-portal.ts': 'asks the portal that its owner names',
  'components/desk/editor/find-securities.ts': 'asks its own portal, in an editor’s browser',
  'media/s3-shelf.ts': 'speaks to the bucket that its owner names',
  'store/reach-postgresql.ts': 'speaks to the database that its owner names',
  'store/postgresql-ear.ts': 'the same',
  'store/scratch-postgresql.ts': 'the same, in tests',
}

/** What waits for others, and the nouns of HTTP: no connection is opened by them. */
const harmless = new Set([
  'createServer',
  'IncomingMessage',
  'ServerResponse',
  'Server',
  'Socket',
  'STATUS_CODES',
  'isIP',
])

describe('nothing but this room opens a connection to another machine', () => {
  const files = [...rooms.flatMap((room) => filesIn(room)), 'env.ts', 'next.config.ts']
  it('in any of the files there are', () => {
    expect(files.length).toBeGreaterThan(200)
    const found = files.flatMap((file) =>
      waysOut(readFileSync(join(root, file), 'utf8')).map((way) => `${file}: ${way}`),
    )
    expect(found.filter((line) => !Object.hasOwn(exceptions, line.split(':')[0] ?? ''))).toEqual([])
  })
  it('and whoever is excused still has a need to be', () => {
    for (const file of Object.keys(exceptions))
      expect(waysOut(readFileSync(join(root, file), 'utf8')), file).not.toEqual([])
  })
  it.each([
    ["await fetch('https://wire.example')", 'fetch'],
    ['globalThis.fetch(address)', 'fetch'],
    ["const get = fetch\nget('x')", 'fetch'],
    ["import { request } from 'node:http'", 'node:http'],
    ["import { Agent, request as ask } from 'node:https'", 'node:https'],
    ["import http from 'http'", 'http'],
    ["import * as net from 'node:net'", 'node:net'],
    ["import { type Socket, connect } from 'node:net'", 'node:net'],
    ["import { lookup } from 'node:dns/promises'", 'node:dns/promises'],
    ["const tls = await import('node:tls')", 'node:tls'],
    ["const { get } = require('https')", 'https'],
    ["import { fetch as get } from 'undici'", 'undici'],
    ["import axios from 'axios'", 'axios'],
    ["import { Client } from 'pg'", 'pg'],
    ['new WebSocket(address)', 'WebSocket'],
    ['new EventSource(address)', 'EventSource'],
  ])('%j is a way out', (source, way) => expect(waysOut(source)).toContain(way))
  it.each([
    "import type { IncomingMessage } from 'node:http'",
    "import { type IncomingMessage, ServerResponse } from 'node:http'",
    "import { createServer, type Server } from 'node:http'",
    "import { Server as NetServer } from 'node:net'",
    'const fetched = fetchOutside(address, wanted)',
    '// nobody may fetch (or ask) from here\n',
    "'use client'\n\nfetch('/api/v1/articles')",
  ])('%j is none', (source) => expect(waysOut(source)).toEqual([]))
})

function waysOut(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  // What runs in a browser asks whom the page's policy lets it ask: us.
  const runsHere = !/^\s*['"]use client['"]/.test(code)
  const named = [...code.matchAll(/(?<![\w$'"-])(fetch|WebSocket|EventSource|XMLHttpRequest)\b(?!\s*[:'"-])/g)]
  const imported = [
    ...code.matchAll(/(?:import\s+([^'";]*?)\s+from\s*|import\s*\(\s*|require\s*\(\s*|import\s+)['"]([^'"]+)['"]/g),
  ]
  return [
    ...(runsHere ? named.map(([, name = '']) => name) : []),
    ...imported.flatMap(([, names, module = '']) => (isWayOut(module) && !isHarmless(names) ? [module] : [])),
  ]
}

function isWayOut(module: string): boolean {
  return /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises)$|^(?:undici|pg|aws4fetch|axios|got|node-fetch|ws)$/.test(
    module,
  )
}

/** Whether an import takes types only, or names that open nothing. */
function isHarmless(names: string | undefined): boolean {
  if (names === undefined) return false
  if (names.startsWith('type ')) return true
  const list = /^\{([\s\S]*)\}$/.exec(names)?.[1]
  return (list ?? '*')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .every((name) => name.startsWith('type ') || harmless.has(name.split(' ')[0] ?? ''))
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return path === 'store/generated' ? [] : filesIn(path)
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : []
  })
}

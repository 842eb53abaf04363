import { createClient } from '@libsql/client'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askPostgresql } from '../../store/scratch-postgresql'
import { type RunningPortal, startPortal } from '../portal'
import { expect, test } from '../test'

const samples = join(import.meta.dirname, '../../../shared/samples/finews/site')

test.skip(({ isMobile }) => isMobile, 'the same on every screen')

async function inStore(portal: RunningPortal, sql: string, args: string[] = []): Promise<string> {
  if (portal.databaseUrl) return String(await askPostgresql(portal.databaseUrl, sql, args))
  const client = createClient({ url: `file:${join(portal.dataDir, 'dibao.db')}` })
  try {
    // The portal may be writing.
    await client.execute('PRAGMA busy_timeout = 10000')
    const { rows } = await client.execute({ sql, args })
    return String(rows[0]?.[0])
  } finally {
    client.close()
  }
}

test('every address of the demonstration newspaper answers as the ledger says', async ({ portal }) => {
  // Every page of the paper is made for this, most of them for the first time.
  test.setTimeout(180_000)
  const asked = await portal.dibao('verify-addresses')
  expect(asked.stderr).toBe('')
  expect(asked.stdout).toMatch(/^\d+ addresses asked in [\d.]+ s, \d+ a second: .*, 0 differ\.\n$/)
  expect(asked.code).toBe(0)
})

test('every address of the old site answers as the ledger says', async () => {
  test.skip(!existsSync(samples), 'needs ../shared/samples')
  test.slow()
  const portal = await startPortal({ demo: false })
  try {
    expect((await portal.dibao('import', samples)).code).toBe(0)
    const asked = await portal.dibao('verify-addresses', '--json', '--concurrency', '3')
    const { differences, ...counts } = JSON.parse(asked.stdout)
    expect(differences).toEqual([])
    expect(counts).toMatchObject({ asked: Number(await inStore(portal, 'SELECT count(*) FROM address')), different: 0 })
    expect(counts.moved).toBeGreaterThan(0)
    expect(asked.code).toBe(0)
  } finally {
    await portal.stop()
  }
})

test('a wrong row of the ledger is found, however it is wrong', async () => {
  test.slow()
  const site = await mkdtemp(join(tmpdir(), 'dibao-site-'))
  await mkdir(join(site, '_posts'))
  for (const name of ['harbour', 'ferry'])
    await writeFile(
      join(site, '_posts', `2026-11-23-${name}.md`),
      `---\nlayout: post\ntitle: "${name}"\ndate: 2026-11-23 08:00:00 +0800\ncategories: bendi\n---\n正文。\n`,
    )
  // What its site kept back was never public; its category has nothing to show and answers all the same.
  await writeFile(
    join(site, '_posts', '2026-11-23-later.md'),
    '---\ntitle: "later"\ndate: 2026-11-23 08:00:00 +0800\ncategories: later\npublished: false\n---\n正文。\n',
  )
  const portal = await startPortal({ demo: false })
  try {
    expect((await portal.dibao('import', site)).code).toBe(0)
    const current = `SELECT path FROM address WHERE state = 'current' AND "articleId" IS NOT NULL ORDER BY path LIMIT 1`
    const article = await inStore(portal, current)
    const since = new Date().toISOString()
    const plant = (path: string, state: string) =>
      inStore(portal, 'INSERT INTO address (path, state, since) VALUES (?, ?, ?)', [path, state, since])
    await plant('/planted/standing nowhere.html', 'current')
    await plant('/planted/leading-nowhere.html', 'moved')
    await plant('/planted/killed-by-nobody.html', 'gone')
    // The article is published, but its address says that it has moved on: the page is still where it was.
    await inStore(portal, `UPDATE address SET state = 'moved' WHERE path = ?`, [article])

    const asked = await portal.dibao('verify-addresses')
    expect(asked.code).toBe(1)
    const lines = asked.stdout.trim().split('\n')
    expect(lines.at(-1)).toContain('4 differ.')
    for (const line of [
      '/planted/standing nowhere.html: expected 200, got 404',
      '/planted/leading-nowhere.html: expected 301 to nowhere, got 404',
      '/planted/killed-by-nobody.html: expected 410, got 404',
    ])
      expect(lines).toContain(`differs   ${line}`)
    expect(asked.stdout).toContain(`differs   ${article}: expected 301 to nowhere, got `)
    const { differences, different } = JSON.parse((await portal.dibao('verify-addresses', '--json')).stdout)
    expect(different).toBe(4)
    expect(differences).toContainEqual({
      path: '/planted/killed-by-nobody.html',
      promised: { status: 410, location: null },
      got: { status: 404, location: null },
    })
  } finally {
    await portal.stop()
  }
})

test('what cannot be understood, and a portal that is not there, are one sentence each', async ({ portal }) => {
  for (const [args, sentence] of [
    [['--origin', 'nowhere'], '--origin is "nowhere"'],
    [['--origin', 'http://127.0.0.1:1/path'], '--origin is'],
    [['--concurrency', '0'], '--concurrency is "0"; it takes a number from 1 to 64.'],
    [['--fast'], '--fast'],
    [['more'], 'more'],
  ] as const) {
    const asked = await portal.dibao('verify-addresses', ...args)
    expect([asked.code, asked.stdout]).toEqual([2, ''])
    expect(asked.stderr).toContain(sentence)
  }
  const away = await portal.dibao('verify-addresses', '--origin', 'http://127.0.0.1:1')
  expect(away.code).toBe(1)
  expect(away.stderr).toBe(
    'No portal answers at http://127.0.0.1:1; start it with npm start, or name another with --origin URL.\n',
  )
})

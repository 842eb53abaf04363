import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate'
import { createScratchPostgresql } from './scratch-postgresql'

const server = process.env.DIBAO_TEST_POSTGRESQL ?? ''
let folder: string
let prismaFolder: string
let scratch: Awaited<ReturnType<typeof createScratchPostgresql>>
let url: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-migrate-'))
  prismaFolder = join(folder, 'prisma')
  scratch = await createScratchPostgresql(server)
  url = scratch.url
  await put('2026_a', 'CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL);')
})
afterEach(async () => {
  await scratch.drop()
  await rm(folder, { recursive: true, force: true })
})

const put = async (name: string, sql: string) => {
  const directory = join(prismaFolder, 'postgresql/migrations', name)
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'migration.sql'), sql)
}
const ask = async (sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
const tables = async () =>
  (await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")).map(
    ({ tablename }) => tablename,
  )

describe('migrations of a PostgreSQL database', () => {
  it('are applied once, in the order of their names', async () => {
    await put('2026_b', 'ALTER TABLE shelf ADD COLUMN rank INTEGER;')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_a', '2026_b'])
    expect(await migrate({ url, prismaFolder })).toEqual([])
  })
  it('that came since are applied alone', async () => {
    await migrate({ url, prismaFolder })
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY);')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_b'])
    expect(await tables()).toEqual(['_prisma_migrations', 'shelf', 'tag'])
  })
  it('are recorded as Prisma records them', async () => {
    await migrate({ url, prismaFolder })
    expect(await ask('SELECT * FROM _prisma_migrations')).toEqual([
      expect.objectContaining({
        migration_name: '2026_a',
        applied_steps_count: 1,
        rolled_back_at: null,
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        finished_at: expect.any(Date),
      }),
    ])
  })
  it('may not be edited once they were applied', async () => {
    await migrate({ url, prismaFolder })
    await put('2026_a', 'CREATE TABLE shelf (id INTEGER);')
    await expect(migrate({ url, prismaFolder })).rejects.toThrow('The migration 2026_a was edited after it was applied')
  })
  it('are all or nothing: a broken one takes the good one before it back', async () => {
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);')
    await expect(migrate({ url, prismaFolder })).rejects.toThrow('nowhere')
    expect(await tables()).toEqual([])
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY);')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_a', '2026_b'])
  })
  it('are applied once by processes that start together', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrate({ url, prismaFolder })))
    expect(all.flat()).toEqual(['2026_a'])
  })
  it('of the project itself apply to an empty database, and sort text byte by byte', async () => {
    const real = join(import.meta.dirname, '../prisma')
    const names = (await readdir(join(real, 'postgresql/migrations'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(await migrate({ url, prismaFolder: real })).toEqual(names.sort())
    expect(await tables()).toEqual(expect.arrayContaining(['address', 'article', 'published_article', 'setting']))
    expect(
      await ask(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C' AND table_name <> '_prisma_migrations'",
      ),
    ).toEqual([])
  })
})

describe('a server that cannot be used', () => {
  const sentenceFor = (address: string) =>
    migrate({ url: address, prismaFolder }).then(
      () => '',
      (error: Error) => error.message,
    )
  const changed = (change: (address: URL) => void) => {
    const address = new URL(url)
    change(address)
    return address.href
  }

  it.each([
    ['is not there', (address: URL) => (address.port = '1')],
    ['does not know the password', (address: URL) => (address.password = 'hunter2@hunter2')],
    ['has no such database', (address: URL) => (address.pathname = '/nowhere')],
    ['has a name that nobody knows', (address: URL) => (address.hostname = 'db.invalid')],
  ])('because it %s is told in one sentence that names the variable and keeps the password', async (_, change) => {
    const sentence = await sentenceFor(changed(change))
    expect(sentence).toMatch(/^DATABASE_URL is "postgresql:\/\/…@[^\n]+, where no store answers: [^\n]+\.$/)
    expect(sentence).not.toContain('hunter2')
    expect(sentence).not.toContain(new URL(server).password)
  })
  it('because it cannot hold Chinese is told too', async () => {
    const name = 'latin'
    await ask(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`)
    try {
      expect(await sentenceFor(changed((address) => (address.pathname = `/${name}`)))).toMatch(
        /^DATABASE_URL is [^\n]+ LATIN1; it takes one that was made with the encoding UTF8\.$/,
      )
    } finally {
      await ask(`DROP DATABASE ${name} WITH (FORCE)`)
    }
  })
})

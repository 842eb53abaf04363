import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from './migrate'

let folder: string
let directory: string
let prismaFolder: string
let url: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-migrate-'))
  prismaFolder = join(folder, 'prisma')
  directory = join(prismaFolder, 'migrations')
  url = `file:${join(folder, 'deep/er/test.db')}`
  await mkdir(directory, { recursive: true })
  await put('2026_a', 'CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL);')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (name: string, sql: string) => {
  await mkdir(join(directory, name), { recursive: true })
  await writeFile(join(directory, name, 'migration.sql'), sql)
}
const ask = (sql: string) => {
  const database = new Sqlite(url.slice('file:'.length))
  try {
    return database.prepare(sql).all() as Record<string, unknown>[]
  } finally {
    database.close()
  }
}
const tables = () =>
  ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").map(
    ({ name }) => name,
  )

describe('migrations of a SQLite file', () => {
  it('are applied once, in the order of their names, making the folder they need', async () => {
    await put('2026_b', 'ALTER TABLE shelf ADD COLUMN rank INTEGER;')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_a', '2026_b'])
    expect(await migrate({ url, prismaFolder })).toEqual([])
    expect(ask("SELECT name FROM pragma_table_info('shelf')").map(({ name }) => name)).toEqual(['id', 'name', 'rank'])
  })
  it('that came since are applied alone', async () => {
    await migrate({ url, prismaFolder })
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY);')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_b'])
    expect(tables()).toEqual(['_prisma_migrations', 'shelf', 'tag'])
  })
  it('are recorded as Prisma records them', async () => {
    await migrate({ url, prismaFolder })
    expect(ask('SELECT * FROM _prisma_migrations')).toEqual([
      expect.objectContaining({
        migration_name: '2026_a',
        applied_steps_count: 1,
        rolled_back_at: null,
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        finished_at: expect.any(Number),
      }),
    ])
  })
  it('may not be edited once they were applied', async () => {
    await migrate({ url, prismaFolder })
    await put('2026_a', 'CREATE TABLE shelf (id INTEGER);')
    await expect(migrate({ url, prismaFolder })).rejects.toThrow('The migration 2026_a was edited after it was applied')
    expect(tables()).toContain('shelf')
  })
  it('are all or nothing: a broken one takes the good one before it back', async () => {
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1);')
    await expect(migrate({ url, prismaFolder })).rejects.toThrow('nowhere')
    expect(tables()).toEqual([])
    await put('2026_b', 'CREATE TABLE tag (id INTEGER PRIMARY KEY);')
    expect(await migrate({ url, prismaFolder })).toEqual(['2026_a', '2026_b'])
  })
  it('that leave a row pointing at nothing are taken back', async () => {
    await put(
      '2026_b',
      'CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER REFERENCES shelf (id)); INSERT INTO book VALUES (1, 99);',
    )
    await expect(migrate({ url, prismaFolder })).rejects.toThrow('point at nothing')
    expect(tables()).toEqual([])
  })
  it('that rebuild a table keep the rows that point at it', async () => {
    await put(
      '2026_b',
      "CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER REFERENCES shelf (id) ON DELETE CASCADE); INSERT INTO shelf VALUES (1, 'a'); INSERT INTO book VALUES (1, 1);",
    )
    await migrate({ url, prismaFolder })
    await put(
      '2026_c',
      "PRAGMA foreign_keys=OFF; CREATE TABLE new_shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT ''); INSERT INTO new_shelf SELECT id, name FROM shelf; DROP TABLE shelf; ALTER TABLE new_shelf RENAME TO shelf; PRAGMA foreign_keys=ON;",
    )
    await migrate({ url, prismaFolder })
    expect(ask('SELECT COUNT(*) AS books FROM book')).toEqual([{ books: 1 }])
  })
  it('are applied once by two processes that start together', async () => {
    const both = await Promise.all([migrate({ url, prismaFolder }), migrate({ url, prismaFolder })])
    expect(both.flat()).toEqual(['2026_a'])
  })
  it('of the project itself apply to an empty store', async () => {
    const real = join(import.meta.dirname, '../prisma')
    const names = (await readdir(join(real, 'migrations'), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(await migrate({ url, prismaFolder: real })).toEqual(names.sort())
    expect(tables()).toEqual(expect.arrayContaining(['address', 'article', 'published_article', 'setting']))
  })
})

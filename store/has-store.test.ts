import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasStore, refuseMissingStore } from './has-store'
import { openScratchDatabase } from './scratch-database'
import { createScratchPostgresql } from './scratch-postgresql'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-where-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('whether there is a store', () => {
  it('is yes where a portal has made one', async () => {
    const scratch = await openScratchDatabase()
    try {
      expect(await hasStore(scratch.url)).toBe(true)
      await expect(refuseMissingStore(scratch.url)).resolves.toBeUndefined()
    } finally {
      await scratch.close()
    }
  })
  it('is asked without making a file or a folder', async () => {
    const path = join(folder, 'nobody/was/here.db')
    expect(await hasStore(`file:${path}`)).toBe(false)
    await expect(refuseMissingStore(`file:${path}`)).rejects.toThrow(
      `There is no store at file:${path}; DATA_DIR and DATABASE_URL have to be those of the portal`,
    )
    expect(existsSync(join(folder, 'nobody'))).toBe(false)
  })
  it('is no for a folder, for nothing, and for what only begins like a database, and all of it stays as it was', async () => {
    await mkdir(join(folder, 'folder'))
    const files = { empty: '', short: 'SQL', prose: '邸报', broken: `SQLite format 3\0${'x'.repeat(5000)}` }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    for (const name of ['folder', ...Object.keys(files)])
      expect(await hasStore(`file:${join(folder, name)}`), name).toBe(false)
    for (const [name, text] of Object.entries(files)) expect(await readFile(join(folder, name), 'utf8')).toBe(text)
    expect((await readdir(folder)).sort()).toEqual(['broken', 'empty', 'folder', 'prose', 'short'])
  })
  it.runIf(process.env.DIBAO_TEST_POSTGRESQL)('is no for an empty database of a PostgreSQL server', async () => {
    const { url } = await createScratchPostgresql(process.env.DIBAO_TEST_POSTGRESQL ?? '')
    expect(await hasStore(url)).toBe(false)
    await expect(refuseMissingStore(url)).rejects.toThrow('There is no store at postgresql:')
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './database'
import { migrate } from './migrate'
import { createScratchPostgresql, templatePostgresql } from './scratch-postgresql'

const prismaFolder = join(import.meta.dirname, '../prisma')

/**
 * A real, empty store for a test; `close` takes it away. A SQLite file in a folder of its own, or, where the tests run against the
 * server that DIBAO_TEST_POSTGRESQL names, a database of its own there.
 */
export async function openScratchDatabase(): Promise<{ db: Database; url: string; close: () => Promise<void> }> {
  const server = process.env.DIBAO_TEST_POSTGRESQL
  const { url, drop } = server ? await scratchDatabase(server) : await scratchFile()
  const db = await openDatabase(url)
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect()
      await drop()
    },
  }
}

let template: Promise<string> | undefined

/** Copied from one that was migrated once: a tenth of the time that the migrations take. */
async function scratchDatabase(server: string) {
  template ??= templatePostgresql(server, 'migrated', (url) => migrate({ url, prismaFolder }))
  return createScratchPostgresql(server, await template)
}

async function scratchFile() {
  const directory = await mkdtemp(join(tmpdir(), 'dibao-'))
  const url = `file:${join(directory, 'test.db')}`
  await migrate({ url, prismaFolder })
  return { url, drop: () => rm(directory, { recursive: true, force: true }) }
}

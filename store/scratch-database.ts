import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './database'
import { migrate, readMigrations } from './migrate'
import { createScratchPostgresql, emptyPostgresql, templatePostgresql } from './scratch-postgresql'

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
const left: string[] = []

/**
 * One that an earlier test of this process has left, emptied, or a copy of one that was migrated once: a hundredth and a tenth of the
 * time that the migrations take. They go with the server.
 */
async function scratchDatabase(server: string) {
  template ??= makeTemplate(server)
  const known = left.pop()
  if (known) await emptyPostgresql(known)
  const url = known ?? (await createScratchPostgresql(server, await template)).url
  return { url, drop: async () => void left.push(url) }
}

/** Named after the migrations that made it, so that a server which outlives a change of theirs serves too. */
async function makeTemplate(server: string): Promise<string> {
  const checksums = (await readMigrations({ url: server, prismaFolder })).map(({ checksum }) => checksum)
  const print = createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)
  return templatePostgresql(server, `migrated_${print}`, (url) => migrate({ url, prismaFolder }))
}

async function scratchFile() {
  const directory = await mkdtemp(join(tmpdir(), 'dibao-'))
  const url = `file:${join(directory, 'test.db')}`
  await migrate({ url, prismaFolder })
  return { url, drop: () => rm(directory, { recursive: true, force: true }) }
}

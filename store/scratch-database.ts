import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from './database'
import { migrate } from './migrate'

/** A real, empty store in a folder of its own, for a test; `close` takes it away. */
export async function openScratchDatabase(): Promise<{ db: Database; url: string; close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'dibao-'))
  const url = `file:${join(directory, 'test.db')}`
  await migrate({ url, directory: join(import.meta.dirname, '../prisma/migrations') })
  const db = await openDatabase(url)
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

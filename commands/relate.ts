import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { queueAll, relateDue } from '@/store/relate-due'
import { progressBar } from './progress-bar'

/** `relate`: compares all that is published anew, beside a running portal, which may do some of it. Exit code 0; 1 where the index is not whole yet. */
export async function relateCommand(): Promise<number> {
  const bar = progressBar(process.stderr)
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await queueAll(db)
    let related = 0
    for (;;) {
      const some = await relateDue(db, { take: 10, at: new Date() })
      if (some === null) break
      related += some
      bar.show(related, total)
    }
    bar.clear()
    const left = await db.relateDue.count()
    if (left > 0) {
      console.error(`${left} articles wait until the search index is whole; npm start makes it so.`)
      return 1
    }
    console.log(`${total} articles compared.`)
    return 0
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

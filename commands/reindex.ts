import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { dropStrangers } from '@/store/index-strangers'
import { forgetIndex, indexUnread } from '@/store/index-unread'
import { progressBar } from './progress-bar'

/** `reindex`: writes what searches find by anew, beside a running portal. Exit code 0. */
export async function reindexCommand(): Promise<number> {
  const bar = progressBar(process.stderr)
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await db.publishedArticle.count()
    await forgetIndex(db, new Date())
    let indexed = 0
    for (;;) {
      const some = await indexUnread(db, { take: 100, at: new Date() })
      if (some === null) break
      indexed += some
      bar.show(indexed, Math.max(total, indexed))
    }
    await dropStrangers(db)
    bar.clear()
    console.log(`${indexed} articles indexed.`)
    return 0
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

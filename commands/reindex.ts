import { env } from '@/env'
import { tidyIndexes } from '@/store/article-index'
import { closeDatabase, database } from '@/store/database'
import { forgetDeskIndex, indexDeskUnread } from '@/store/desk-unread'
import { refuseMissingStore } from '@/store/has-store'
import { dropStrangers } from '@/store/index-strangers'
import { forgetIndex, indexUnread } from '@/store/index-unread'
import { progressBar } from './progress-bar'

/** `reindex`: writes what readers and the desk find by anew, beside a running portal. Exit code 0. */
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
    await tidyIndexes(db)
    await forgetDeskIndex(db, new Date())
    let atDesk = 0
    for (;;) {
      const some = await indexDeskUnread(db, { take: 50, at: new Date() })
      if (some === null) break
      atDesk += some
    }
    bar.clear()
    console.log(`${indexed} articles indexed, and ${atDesk} of the desk's.`)
    return 0
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

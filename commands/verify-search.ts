import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { verifySearch } from '@/store/verify-search'
import { progressBar } from './progress-bar'

/** `verify-search`: exit code 0, 1 when a search would miss an article or find one that readers do not see. */
export async function verifySearchCommand(): Promise<number> {
  const bar = progressBar(process.stderr)
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await db.publishedArticle.count()
    let looked = 0
    let found = 0
    for await (const { articleId, fault } of verifySearch(db, (count) => {
      looked = count
      bar.show(count, Math.max(total, count))
    })) {
      bar.clear()
      console.log(`article ${articleId} ${fault}.`)
      found++
    }
    bar.clear()
    const verdict =
      found === 0 ? 'the index says what readers see' : `${found} findings; \`npm run dibao -- reindex\` writes it anew`
    console.log(`${looked} articles looked for: ${verdict}.`)
    return found > 0 ? 1 : 0
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

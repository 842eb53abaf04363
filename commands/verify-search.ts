import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { type SearchFault, verifyDeskSearch, verifySearch } from '@/store/verify-search'
import { progressBar } from './progress-bar'

/** `verify-search`: exit code 0, 1 when a search would miss an article, find one that readers do not see, or the desk would miss one of its own. */
export async function verifySearchCommand(): Promise<number> {
  const bar = progressBar(process.stderr)
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await db.publishedArticle.count()
    let looked = 0
    let found = 0
    const tell = ({ articleId, fault }: SearchFault) => {
      bar.clear()
      console.log(`article ${articleId} ${fault}.`)
      found++
    }
    for await (const fault of verifySearch(db, (count) => {
      looked = count
      bar.show(count, Math.max(total, count))
    }))
      tell(fault)
    let atDesk = 0
    for await (const fault of verifyDeskSearch(db, (count) => {
      atDesk = count
    }))
      tell(fault)
    bar.clear()
    const verdict =
      found === 0
        ? 'the index says what readers see and what the desk has'
        : `${found} findings; \`npm run dibao -- reindex\` writes it anew`
    console.log(`${looked} articles looked for, and ${atDesk} of the desk's: ${verdict}.`)
    return found > 0 ? 1 : 0
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

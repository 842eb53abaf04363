import { parseArgs } from 'node:util'
import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { countHistory, type Finding, verifyHistory } from '@/store/verify-history'
import { jsonList } from './json-list'
import { progressBar } from './progress-bar'

const entriesBetweenBars = 100

/** `verify-history`: exit code 0, 1 when anything is not as it was written, 2 for a command that could not be understood. */
export async function verifyHistoryCommand(args: string[]): Promise<number> {
  const wish = readWish(args)
  if (typeof wish === 'string') {
    console.error(wish)
    return 2
  }
  const bar = progressBar(process.stderr)
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const total = await countHistory(db).catch(() => {
      throw new Error('This store keeps no history yet: it is of an older portal. Start the portal once.')
    })
    const report = wish.json ? jsonList<Finding>('findings') : lineReport(bar.clear)
    let seen = { articles: 0, entries: 0 }
    let found = 0
    let shown = 0
    for await (const finding of verifyHistory(db, showProgress)) {
      found++
      report.add(finding)
    }
    bar.clear()
    report.end({ ...seen, found })
    return found > 0 ? 1 : 0

    function showProgress({ articles, entries }: { articles: number; entries: number }): void {
      seen = { articles, entries }
      if (entries - shown < entriesBetweenBars) return
      shown = entries
      bar.show(entries, Math.max(total, entries))
    }
  } finally {
    bar.clear()
    await closeDatabase()
  }
}

function readWish(args: string[]): { json: boolean } | string {
  try {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    return { json: values.json ?? false }
  } catch (error) {
    return `verify-history: ${error instanceof Error ? error.message : error}`
  }
}

function lineReport(clear: () => void) {
  return {
    add({ articleId, number, fault }: Finding) {
      clear()
      console.log(`article ${articleId}, ${number === null ? 'its history' : `entry ${number}`}: ${fault}.`)
    },
    end({ articles, entries, found }: Record<'articles' | 'entries' | 'found', number>) {
      const verdict = found === 0 ? 'all is as it was written' : `${found} findings`
      console.log(`${entries} entries of ${articles} articles read: ${verdict}.`)
    },
  }
}

import { parseArgs } from 'node:util'
import { env } from '@/env'
import { closeDatabase, database } from '@/store/database'
import { countHistory, type Finding, verifyHistory } from '@/store/verify-history'
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
    const db = await database(env.databaseUrl)
    const total = await countHistory(db).catch(() => {
      throw new Error(
        'This store keeps no history; DATA_DIR and DATABASE_URL have to be those of the portal, and it has to have been started once.',
      )
    })
    const report = wish.json ? jsonReport() : lineReport(bar.clear)
    const summary = { articles: 0, entries: 0, findings: 0 }
    let shown = 0
    for await (const finding of verifyHistory(db, showProgress)) {
      summary.findings++
      report.finding(finding)
    }
    bar.clear()
    report.end(summary)
    return summary.findings > 0 ? 1 : 0

    function showProgress({ articles, entries }: { articles: number; entries: number }): void {
      Object.assign(summary, { articles, entries })
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

type Summary = Record<'articles' | 'entries' | 'findings', number>
type Report = { finding: (finding: Finding) => void; end: (summary: Summary) => void }

function lineReport(clear: () => void): Report {
  return {
    finding({ articleId, number, fault }) {
      clear()
      console.log(`article ${articleId}, ${number === null ? 'its history' : `entry ${number}`}: ${fault}.`)
    },
    end({ articles, entries, findings }) {
      const verdict = findings === 0 ? 'all is as it was written' : `${findings} findings`
      console.log(`${entries} entries of ${articles} articles read: ${verdict}.`)
    },
  }
}

/** One object, written as it comes: however much is found, none of it is held. */
function jsonReport(): Report {
  let separator = ''
  process.stdout.write('{"findings":[')
  return {
    finding(finding) {
      process.stdout.write(separator + JSON.stringify(finding))
      separator = ','
    },
    end: ({ articles, entries }) => process.stdout.write(`],${JSON.stringify({ articles, entries }).slice(1)}\n`),
  }
}

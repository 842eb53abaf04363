import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { env } from '@/env'
import { indexNowPath, type PushSettings } from '@/newsroom/push-request'
import { closeDatabase, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { countJobs, type JobRecord, listJobs } from '@/store/jobs'
import { readPushSettings, savePushSettings } from '@/store/push-settings'

const mostShown = 10

/** `push`: says which search engines are told of addresses, and what became of it; exit code 2 for a command that could not be understood. */
export async function pushCommand(args: string[]): Promise<number> {
  const wish = readWish(args)
  if (typeof wish === 'string') {
    console.error(wish)
    return 2
  }
  try {
    await refuseMissingStore(env.databaseUrl)
    const db = await database(env.databaseUrl)
    const before = await readPushSettings(db)
    const settings = changed(before, wish)
    if (settings !== before) await savePushSettings(db, settings, new Date())
    const counts = await countJobs(db)
    const failed = await listJobs(db, { state: 'failed', limit: mostShown })
    const waiting = await listJobs(db, { state: 'waiting', limit: mostShown })
    console.log(
      [
        `IndexNow   ${settings.indexNow ? `on; the key is shown at ${env.siteUrl}${indexNowPath(settings.indexNow.key)}` : 'off'}`,
        `Baidu      ${settings.baidu ? 'on' : 'off'}`,
        `Jobs       ${counts.waiting} waiting, ${counts.done} done, ${counts.failed} given up in the last 30 days`,
        ...waiting
          .filter(({ failure }) => failure)
          .map((job) => `  tried again at ${job.dueAt.toISOString()}: ${said(job)}`),
        ...failed.map((job) => `  given up at ${job.finishedAt?.toISOString()}: ${said(job)}`),
      ].join('\n'),
    )
    return 0
  } finally {
    await closeDatabase()
  }
}

export type PushWish = { indexNow?: 'on' | 'off'; baidu?: string }

/** What a person wants changed, or the sentence that says why nobody can tell. */
export function readWish(args: string[]): PushWish | string {
  const takes = 'push takes --index-now on or off, and --baidu with the token of its 站长平台, or off.'
  try {
    const options = { 'index-now': { type: 'string' }, baidu: { type: 'string' } } as const
    const { values } = parseArgs({ args, options })
    const { 'index-now': indexNow, baidu } = values
    if (indexNow !== undefined && indexNow !== 'on' && indexNow !== 'off') return takes
    if (baidu !== undefined && !/^[\w-]{1,100}$/.test(baidu)) return takes
    return { indexNow, baidu }
  } catch {
    return takes
  }
}

/** A key that is shown already stays: the search engines know it. */
export function changed(before: PushSettings, { indexNow, baidu }: PushWish): PushSettings {
  if (indexNow === undefined && baidu === undefined) return before
  const key = before.indexNow ?? { key: randomBytes(16).toString('hex') }
  return {
    indexNow: indexNow === undefined ? before.indexNow : indexNow === 'on' ? key : null,
    baidu: baidu === undefined ? before.baidu : baidu === 'off' ? null : { token: baidu },
  }
}

function said({ kind, paths, failure }: JobRecord): string {
  const details = Object.entries(failure?.details ?? {}).map(([name, value]) => `${name} ${value}`)
  return `${kind}, ${paths.length} addresses from ${paths[0]} on: ${[failure?.reason, ...details].join(', ')}`
}

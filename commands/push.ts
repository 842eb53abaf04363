import { parseArgs } from 'node:util'
import { env } from '@/env'
import { changePush, isBaiduToken, type PushWish } from '@/newsroom/change-push'
import { indexNowPath, type PushSettings } from '@/newsroom/push-request'
import { closeDatabase, type Database, database } from '@/store/database'
import { refuseMissingStore } from '@/store/has-store'
import { countJobs, type JobRecord, listJobs } from '@/store/jobs'
import { changePushSettings, readPushSettings } from '@/store/push-settings'
import { newPublicKey } from '@/store/secrets'
import { sealText } from '@/store/sealed-text'
import { readSecretKey } from '@/store/secret-key'

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
    const isAsking = Object.values(wish).every((one) => one === undefined)
    const settings = isAsking ? await readPushSettings(db) : await change(db, wish)
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

async function change(db: Database, wish: PushWish): Promise<PushSettings> {
  const key = await readSecretKey(env)
  const making = { seal: (token: string) => sealText(token, key), newKey: newPublicKey }
  return changePushSettings(db, (before) => changePush(before, wish, making), new Date())
}

/** What a person wants changed, or the sentence that says why nobody can tell. */
export function readWish(args: string[]): PushWish | string {
  const takes = 'push takes --index-now on or off, and --baidu with the token of its 站长平台, or off.'
  try {
    const options = { 'index-now': { type: 'string' }, baidu: { type: 'string' } } as const
    const { values } = parseArgs({ args, options })
    const { 'index-now': indexNow, baidu } = values
    if (indexNow !== undefined && indexNow !== 'on' && indexNow !== 'off') return takes
    if (baidu !== undefined && !isBaiduToken(baidu)) return takes
    return { indexNow, baidu }
  } catch {
    return takes
  }
}

function said({ kind, paths, failure }: JobRecord): string {
  const details = Object.entries(failure?.details ?? {}).map(([name, value]) => `${name} ${value}`)
  return `${kind}, ${paths.length} addresses from ${paths[0]} on: ${[failure?.reason, ...details].join(', ')}`
}

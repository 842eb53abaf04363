import { z } from 'zod'
import type { Identity } from '@/newsroom/identity'
import { mostPaths, pushedKinds } from '@/newsroom/push-request'
import { findNewestChange, readTouched } from './changes'
import type { Database, Transaction } from './database'
import { addJob } from './jobs'
import { readPushSettings } from './push-settings'
import { saveSetting } from './save-setting'

const key = 'push-position'
/** What one act after the other changes; an import brings back old copy, which nobody need be told of at once. */
const acts = ['publish', 'kill', 'move', 'correct']
const mostChanges = 200

/**
 * Reads on in the change log and queues jobs that tell search engines of the addresses that were touched since: in the transaction that notes
 * how far it was read, so that none is left out. While nothing is to be told it only reads to the end; so whoever is told from now on is
 * not told the past. Gives the number of jobs.
 */
export async function queuePushes(db: Database, at: Date): Promise<number> {
  if ((await findNewestChange(db)) === (await readPosition(db))) return 0
  return db.$transaction(async (tx) => {
    const kinds = pushedKinds(await readPushSettings(tx))
    const position = await readPosition(tx)
    const newest = await findNewestChange(tx)
    if (position === null || kinds.length === 0) {
      await saveSetting(tx, key, { value: newest, at })
      return 0
    }
    const changes = await tx.change.findMany({
      where: { id: { gt: position, lte: newest } },
      orderBy: { id: 'asc' },
      take: mostChanges,
    })
    const paths = [
      ...new Set(
        changes.filter(({ act }) => acts.includes(act)).flatMap(({ touched }) => pathsIn(readTouched(touched))),
      ),
    ]
    const batches = Array.from({ length: Math.ceil(paths.length / mostPaths) }, (_, index) =>
      paths.slice(index * mostPaths, (index + 1) * mostPaths),
    )
    for (const kind of kinds) for (const batch of batches) await addJob(tx, { kind, paths: batch, at })
    await saveSetting(tx, key, { value: changes.at(-1)?.id ?? newest, at })
    return kinds.length * batches.length
  })
}

function pathsIn(touched: Identity[]): string[] {
  const start = 'address:'
  return touched.flatMap((identity) => (identity.startsWith(start) ? [identity.slice(start.length)] : []))
}

/** How far the log was read; null when nobody ever did. */
async function readPosition(where: Database | Transaction): Promise<number | null> {
  const row = await where.setting.findUnique({ where: { key } })
  return row ? z.number().parse(row.value) : null
}

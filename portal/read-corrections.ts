import { env } from '@/env'
import { type ListedCorrection, olderCorrectionsPath } from '@/newsroom/correction'
import { countCorrections, hasCorrection, hasCorrections, listCorrections } from '@/store/corrections'
import { database } from '@/store/database'
import { dependOn } from './page-context'

export type CorrectionsPage = { corrections: ListedCorrection[]; olderPath: string | null }

const pageLength = 30

/** A page of corrections, newest first: the first, or the one that starts after a correction. Null while nothing was ever corrected. */
export async function readCorrections(after: number | null): Promise<CorrectionsPage | null> {
  dependOn('corrections')
  const db = await database(env.databaseUrl)
  if (after === null ? !(await hasCorrections(db)) : !(await hasCorrection(db, after))) return null
  const found = await listCorrections(db, { after, limit: pageLength + 1 })
  const corrections = found.slice(0, pageLength)
  const last = corrections.at(-1)
  return { corrections, olderPath: found.length > pageLength && last ? olderCorrectionsPath(last.id) : null }
}

/** What was corrected last, and how many there were of late. */
export type LatestCorrection = ListedCorrection & { count: number; isMore: boolean }

const day = 86_400_000
const daysOnFront = 3
const daysCounted = 30
const mostCounted = 99

/** What the front says of corrections: the newest of the last days; null where there was none. */
export async function readLatestCorrection(now: Date): Promise<LatestCorrection | null> {
  dependOn('corrections', 'today')
  const db = await database(env.databaseUrl)
  const [newest] = await listCorrections(db, { after: null, limit: 1 })
  if (!newest || now.getTime() - newest.at.getTime() > daysOnFront * day) return null
  const count = await countCorrections(db, new Date(now.getTime() - daysCounted * day), mostCounted + 1)
  return { ...newest, count: Math.min(count, mostCounted), isMore: count > mostCounted }
}

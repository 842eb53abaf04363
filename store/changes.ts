import { z } from 'zod'
import type { Identity } from '@/newsroom/identity'
import { type Effect, touchedBy } from '@/newsroom/touched-by'
import type { Database, Transaction } from './database'

export type LoggedAct =
  | 'publish'
  | 'kill'
  | 'correct'
  | 'move'
  | 'picture'
  | 'import'
  | 'files'
  | 'settings'
  | 'category'
  | 'relate'
  | 'name'
  | 'day'
  | 'hour'

/** Says in the log what an act did to what readers see, in the transaction of the act: both are committed or neither. */
export async function appendChange(
  tx: Transaction,
  effect: Effect,
  { act, at }: { act: LoggedAct; at: Date },
): Promise<void> {
  const touched = touchedBy(effect)
  if (touched.length > 0) await tx.change.create({ data: { at, act, touched } })
}

/** The number of the newest change; 0 while there is none. */
export async function findNewestChange(where: Database | Transaction): Promise<number> {
  return (await where.change.findFirst({ orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0
}

/**
 * Forgets changes from before a moment. The newest always stays: from its number everybody can tell what they have missed. Who slept
 * longer than that finds a gap behind the last change it knows, and drops every page.
 */
export async function trimChanges(db: Database, before: Date): Promise<number> {
  const { count } = await db.change.deleteMany({
    where: { at: { lt: before }, id: { lt: await findNewestChange(db) } },
  })
  return count
}

const identities = z.array(z.custom<Identity>((value) => typeof value === 'string'))

/** What a change touched, from the column's JSON. */
export function readTouched(value: unknown): Identity[] {
  return identities.parse(typeof value === 'string' ? JSON.parse(value) : value)
}

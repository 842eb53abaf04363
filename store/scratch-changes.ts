import type { Identity } from '@/newsroom/identity'
import { readTouched } from './changes'
import type { Database } from './database'

export type Change = { id: number; at: Date; act: string; touched: Identity[] }

/** What the change log of a test's store says after one of its entries, oldest first, at most `limit`. */
export async function listChanges(db: Database, { after, limit }: { after: number; limit: number }): Promise<Change[]> {
  const rows = await db.change.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: limit })
  return rows.map(({ touched, ...row }) => ({ ...row, touched: readTouched(touched) }))
}

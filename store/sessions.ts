import type { Staff } from '@/newsroom/staff'
import type { Database } from './database'
import { toStaff } from './staff'

const hour = 3_600_000
const longestHours = 24 * 14
const idleHours = 72

export type NewSession = { tokenHash: string; staffId: number; agent: string; network: string; at: Date }

/** Signs a browser in: for two weeks at most, and three days without use. */
export async function createSession(db: Database, { at, ...session }: NewSession): Promise<Date> {
  const expiresAt = new Date(at.getTime() + longestHours * hour)
  await db.session.create({
    data: { ...session, agent: session.agent.slice(0, 300), createdAt: at, seenAt: at, expiresAt },
  })
  return expiresAt
}

/** Who a session's token speaks for; null when it is unknown, over, revoked, or its person has left. */
export async function findSession(db: Database, tokenHash: string, at: Date): Promise<Staff | null> {
  const row = await db.session.findUnique({ where: { tokenHash }, include: { staff: true } })
  const isIdle = row && at.getTime() - row.seenAt.getTime() > idleHours * hour
  if (!row || isIdle || row.revokedAt !== null || row.expiresAt <= at || row.staff.disabledAt !== null) return null
  // Written once an hour at most: reading a page need not wait for the store's one writer.
  if (at.getTime() - row.seenAt.getTime() > hour)
    await db.session.update({ where: { tokenHash }, data: { seenAt: at } })
  return toStaff(row.staff)
}

/** Signs a browser out. */
export async function revokeSession(db: Database, tokenHash: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { tokenHash, revokedAt: null }, data: { revokedAt: at } })
}

/** Signs somebody out everywhere. */
export async function revokeSessionsOf(db: Database, staffId: number, at: Date): Promise<void> {
  await db.session.updateMany({ where: { staffId, revokedAt: null }, data: { revokedAt: at } })
}

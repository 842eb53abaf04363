import type { Database } from './database'

const minutes = 15

/**
 * Counts a try to sign in under a key and says how many minutes to wait: 0 for go on, until there were more than `most` in a quarter of an hour. Kept in the store, so that
 * a restart forgives nobody.
 */
export async function countAttempt(
  db: Database,
  { key, most, at }: { key: string; most: number; at: Date },
): Promise<number> {
  return db.$transaction(async (tx) => {
    const row = await tx.signInAttempt.findUnique({ where: { key } })
    const isOver = !row || row.until <= at
    const count = isOver ? 1 : row.count + 1
    const until = isOver ? new Date(at.getTime() + minutes * 60_000) : row.until
    await tx.signInAttempt.upsert({ where: { key }, create: { key, count, until }, update: { count, until } })
    return count > most ? Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 60_000)) : 0
  })
}

/** Forgets the tries under a key, after one that was right. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key } })
}

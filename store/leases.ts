import type { Database } from './database'

/** Takes a duty, or keeps it, until a moment; false while another holds it. */
export async function takeLease(
  db: Database,
  { duty, holder, at, until }: { duty: string; holder: string; at: Date; until: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const row = await tx.lease.findUnique({ where: { duty } })
    if (row && row.holder !== holder && row.until > at) return false
    await tx.lease.upsert({ where: { duty }, create: { duty, holder, until }, update: { holder, until } })
    return true
  })
}

/** Gives a duty back, so that another need not wait for its end. */
export async function releaseLease(db: Database, { duty, holder }: { duty: string; holder: string }): Promise<void> {
  await db.lease.deleteMany({ where: { duty, holder } })
}

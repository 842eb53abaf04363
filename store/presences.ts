import type { Database } from './database'

/** How long somebody who says nothing more still counts as there. */
export const presenceLength = 30_000

/** Says that somebody has an article open, and tells who else had at `at`. A hint: nothing depends on it. */
export async function tellPresence(
  db: Database,
  { articleId, staffId, at }: { articleId: number; staffId: number; at: Date },
): Promise<string[]> {
  await db.presence.upsert({
    where: { articleId_staffId: { articleId, staffId } },
    create: { articleId, staffId, seenAt: at },
    update: { seenAt: at },
  })
  const others = await db.presence.findMany({
    where: { articleId, staffId: { not: staffId }, seenAt: { gt: new Date(at.getTime() - presenceLength) } },
    orderBy: { staffId: 'asc' },
    select: { staff: { select: { name: true } } },
  })
  return others.map(({ staff }) => staff.name)
}

/** Forgets who has left by `at`. */
export async function forgetPresences(db: Database, at: Date): Promise<void> {
  await db.presence.deleteMany({ where: { seenAt: { lt: new Date(at.getTime() - presenceLength) } } })
}

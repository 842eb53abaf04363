import { Refusal } from '@/newsroom/refusal'
import { type Role, roles, type Staff } from '@/newsroom/staff'
import type { Database } from './database'
import { toStaff } from './staff'

/** Makes a link good for one person, once. */
export async function createInvitation(
  db: Database,
  { tokenHash, role, at, expiresAt }: { tokenHash: string; role: Role; at: Date; expiresAt: Date },
): Promise<void> {
  await db.invitation.create({ data: { tokenHash, role, createdAt: at, expiresAt } })
}

/** The role an invitation gives; null when it was used or is over. */
export async function findInvitation(db: Database, tokenHash: string, at: Date): Promise<Role | null> {
  const row = await db.invitation.findUnique({ where: { tokenHash } })
  return row && row.usedAt === null && row.expiresAt > at ? (roles.find((role) => role === row.role) ?? null) : null
}

/** Spends an invitation and takes the person on, both or neither. Throws a Refusal for a spent one or a taken e-mail address. */
export async function acceptInvitation(
  db: Database,
  {
    tokenHash,
    email,
    name,
    passwordHash,
    at,
  }: { tokenHash: string; email: string; name: string; passwordHash: string; at: Date },
): Promise<Staff> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    })
    if (count === 0) throw new Refusal('invitation-spent')
    const { role } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash }, select: { role: true } })
    const address = email.toLowerCase()
    if (await tx.staff.findUnique({ where: { email: address }, select: { id: true } }))
      throw new Refusal('email-taken', { email: address })
    return toStaff(await tx.staff.create({ data: { email: address, name, role, passwordHash, createdAt: at } }))
  })
}

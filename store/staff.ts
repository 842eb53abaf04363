import { Refusal } from '@/newsroom/refusal'
import { type Role, roles, type Staff } from '@/newsroom/staff'
import type { Database } from './database'

/** Whether anybody may run the newsroom. */
export async function hasAdministrator(db: Database): Promise<boolean> {
  return (
    (await db.staff.findFirst({ where: { role: 'administrator', disabledAt: null }, select: { id: true } })) !== null
  )
}

export type NewStaff = { email: string; name: string; role: Role; passwordHash: string; at: Date }

/** Takes somebody on. Throws a Refusal for an e-mail address that works here already. */
export async function createStaff(db: Database, { at, ...staff }: NewStaff): Promise<Staff> {
  const email = staff.email.toLowerCase()
  return db.$transaction(async (tx) => {
    if (await tx.staff.findUnique({ where: { email }, select: { id: true } }))
      throw new Refusal('email-taken', { email })
    return toStaff(await tx.staff.create({ data: { ...staff, email, createdAt: at } }))
  })
}

/** Somebody by e-mail address with what the store keeps of the password; null for nobody and for who has left. */
export async function findStaffByEmail(
  db: Database,
  email: string,
): Promise<{ staff: Staff; passwordHash: string } | null> {
  const row = await db.staff.findUnique({ where: { email: email.toLowerCase() } })
  return row && row.disabledAt === null ? { staff: toStaff(row), passwordHash: row.passwordHash } : null
}

/** The numbers of everybody of a name who works or worked here. */
export async function findStaffNamed(db: Database, name: string): Promise<number[]> {
  const rows = await db.staff.findMany({ where: { name }, select: { id: true } })
  return rows.map(({ id }) => id)
}

export type StaffRow = Staff & { disabled: boolean; sessions: number }

/** Everybody who works or worked here. */
export async function listStaff(db: Database, at: Date): Promise<StaffRow[]> {
  const rows = await db.staff.findMany({
    orderBy: { id: 'asc' },
    include: { _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: at } } } } } },
  })
  return rows.map((row) => ({ ...toStaff(row), disabled: row.disabledAt !== null, sessions: row._count.sessions }))
}

/** Ends somebody's account and every session with it. What the person wrote stays. */
export async function disableStaff(db: Database, id: number, at: Date): Promise<void> {
  await db.$transaction([
    db.staff.update({ where: { id }, data: { disabledAt: at } }),
    db.session.updateMany({ where: { staffId: id, revokedAt: null }, data: { revokedAt: at } }),
  ])
}

/** A row as the newsroom knows it. */
export function toStaff({ id, email, name, role }: { id: number; email: string; name: string; role: string }): Staff {
  const known = roles.find((one) => one === role)
  if (!known) throw new Error(`nobody has the role ${role}`)
  return { id, email, name, role: known }
}

import { z } from 'zod'
import { type Partner, partnerForms, type PartnerWish } from '@/newsroom/partner'
import type { Database } from './database'

/** Takes a partner on, by the hash of the secret that is its address. */
export async function createPartner(
  db: Database,
  wish: PartnerWish,
  { tokenHash, at, by }: { tokenHash: string; at: Date; by: { id: number } },
): Promise<void> {
  await db.partner.create({ data: { ...wish, tokenHash, createdAt: at, createdById: by.id } })
}

/** The partner whose secret it is; null for a secret that is nobody's, or nobody's any more. */
export async function findPartner(db: Database, tokenHash: string): Promise<Partner | null> {
  const row = await db.partner.findUnique({ where: { tokenHash, revokedAt: null } })
  return row && toPartner(row)
}

/** Every partner there was, those of now first, then by name. */
export async function listPartners(db: Database): Promise<Partner[]> {
  const rows = await db.partner.findMany({
    orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toPartner)
}

/** Takes a partner's feed back: its address opens nothing from the next request on. */
export async function revokePartner(db: Database, { id, at }: { id: number; at: Date }): Promise<void> {
  await db.partner.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } })
}

const columns = z.object({ form: z.enum(partnerForms), categories: z.array(z.string()) })

function toPartner(row: {
  id: number
  name: string
  delayMinutes: number
  form: string
  categories: unknown
  createdAt: Date
  revokedAt: Date | null
}): Partner {
  const { id, name, delayMinutes, createdAt, revokedAt } = row
  return { id, name, delayMinutes, createdAt, revokedAt, ...columns.parse(row) }
}

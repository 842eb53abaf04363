import type { Database, Transaction } from './database'
import type { Prisma } from './generated/sqlite/client'

/** Writes what the store keeps under a key, whether anything was there or not. The version is that of what people change by a form. */
export async function saveSetting(
  where: Database | Transaction,
  key: string,
  { value, at, version = 1 }: { value: Prisma.InputJsonValue; at: Date; version?: number },
): Promise<void> {
  const data = { value, version, updatedAt: at }
  await where.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
}

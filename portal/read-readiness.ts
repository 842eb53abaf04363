import { env } from '@/env'
import { database } from '@/store/database'

/** Whether the store answers. */
export async function readReadiness(): Promise<boolean> {
  try {
    await (await database(env.databaseUrl)).$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}

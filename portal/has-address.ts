import { env } from '@/env'
import { findAddress } from '@/store/addresses'
import { database } from '@/store/database'

/** Whether a path, percent-decoded, was ever public. */
export async function hasAddress(path: string): Promise<boolean> {
  return (await findAddress(await database(env.databaseUrl), path)) !== null
}

import { env } from '@/env'
import { findAddress } from '@/store/addresses'
import { database } from '@/store/database'
import { findOriginal } from '@/store/originals'
import { dependOn } from './page-context'

/** A file of the old site that answers at its own address, or null. */
export async function readFile(path: string): Promise<{ path: string; bytes: Uint8Array; sha256: string } | null> {
  dependOn(`address:${path}`)
  const db = await database(env.databaseUrl)
  const found = await findAddress(db, path)
  return found?.is === 'file' ? findOriginal(db, found.id) : null
}

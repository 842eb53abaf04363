import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { Database } from './database'

const inflate = promisify(inflateRaw)

/** A file that was brought in, byte for byte; null when there is none. */
export async function findOriginal(
  db: Database,
  id: number,
): Promise<{ path: string; bytes: Uint8Array; sha256: string } | null> {
  const row = await db.original.findUnique({ where: { id } })
  return (
    row && {
      path: row.path,
      sha256: row.sha256,
      bytes: row.packing === 'deflate' ? await inflate(row.bytes) : row.bytes,
    }
  )
}

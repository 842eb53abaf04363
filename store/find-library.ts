import type { Copy } from '@/newsroom/copy'
import type { Library } from '@/newsroom/library-picture'
import { usedPictures } from '@/newsroom/pictures-in'
import type { Database, Transaction } from './database'
import { toPicture, withPeople } from './picture-rows'

/** The pictures of the library that copy shows, those that were removed among them: what a publish has to know. */
export async function findLibrary(
  db: Database | Transaction,
  copy: Pick<Copy, 'picture' | 'body' | 'bodyFormat'>,
): Promise<Library> {
  return findPictures(db, usedPictures(copy))
}

/** Pictures by the hashes in their addresses. */
export async function findPictures(db: Database | Transaction, hashes: string[]): Promise<Library> {
  if (hashes.length === 0) return new Map()
  const rows = await db.libraryPicture.findMany({ where: { hash: { in: hashes } }, include: withPeople })
  return new Map(rows.map((row) => [row.hash, toPicture(row)]))
}

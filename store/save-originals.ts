import { deflateRawSync } from 'node:zlib'
import type { OriginalFile } from '@/newsroom/incoming-article'
import type { Transaction } from './database'
import { insertRows } from './insert-rows'

export type PackedFiles = Map<OriginalFile, PackedFile>
type PackedFile = { packing: 'none' | 'deflate'; bytes: Uint8Array<ArrayBuffer> }
export type OriginalRow = {
  file: OriginalFile
  role: string
  note?: string
  articleId: number | null
  articleVersion: number | null
}

/** Keeps files as they came, each in the place of what stood at its path before. */
export async function saveOriginals(
  tx: Transaction,
  rows: OriginalRow[],
  packed: PackedFiles,
  { site, at, readBy }: { site: string; at: Date; readBy: number },
): Promise<void> {
  const known = new Map(
    (
      await tx.original.findMany({
        where: { site, path: { in: rows.map(({ file }) => file.path) } },
        select: { id: true, path: true },
      })
    ).map(({ path, id }) => [path, id]),
  )
  const data = rows.map(({ file, role, note, articleId, articleVersion }) => ({
    site,
    path: file.path,
    role,
    sha256: file.sha256,
    size: file.bytes.byteLength,
    ...(packed.get(file) ?? packOne(file)),
    articleId,
    articleVersion,
    readBy,
    note: note ?? null,
    importedAt: at,
  }))
  await insertRows(
    tx,
    'original',
    data.filter(({ path }) => !known.has(path)),
  )
  for (const row of data) {
    const id = known.get(row.path)
    if (id === undefined) continue
    const { articleId, articleVersion, ...file } = row
    // A file that went bad goes on naming the article it made, so that a mended one finds it again.
    await tx.original.update({ where: { id }, data: articleId === null ? file : row })
  }
}

/** Packs files for the store, before the transaction that saves them begins. */
export function packFiles(files: OriginalFile[]): PackedFiles {
  return new Map(files.map((file) => [file, packOne(file)]))
}

/**
 * Text packs to less than half; pictures are packed already. One after the other: two hundred at once would hold fifty megabytes of
 * working memory for a tenth of a millisecond's work each.
 */
function packOne({ path, bytes }: OriginalFile): PackedFile {
  if (/\.(?:jpe?g|png|gif|webp|avif|ico|woff2?|zip|gz|pdf|mp[34])$/i.test(path)) {
    return { packing: 'none', bytes: new Uint8Array(bytes) }
  }
  return { packing: 'deflate', bytes: new Uint8Array(deflateRawSync(bytes, { level: 1, memLevel: 7 })) }
}

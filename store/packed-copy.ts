import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import type { Copy } from '@/newsroom/copy'
import { sha256 } from '@/newsroom/history'
import { bodyFormat, kind, picture, tags } from './copy-columns'
import { storable } from './storable-text'

const text = z.string().nullable()

/** Strict, and in one order: the same copy always gives the same JSON, and so the same hash. */
const whole = z.strictObject({
  kind,
  headline: z.string(),
  kicker: text,
  standfirst: text,
  body: z.string(),
  bodyFormat,
  category: z.string(),
  tags,
  source: z.strictObject({ name: text, address: text }).nullable(),
  byline: text,
  editor: text,
  urgent: z.boolean(),
  picture: picture.nullable(),
  slug: text,
}) satisfies z.ZodType<Copy>

export type PackedCopy = { bytes: Uint8Array<ArrayBuffer>; hash: string }

/** A copy as the history keeps it: JSON, packed to about a third, and the SHA-256 of the JSON. */
export function packCopy(copy: Copy): PackedCopy {
  const json = JSON.stringify(whole.parse(storable(copy)))
  const bytes = brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  })
  return { bytes: new Uint8Array(bytes), hash: sha256(json) }
}

/** Reads what `packCopy` packed, with the hash of what was found. Throws for bytes that nobody packed so. */
export function unpackCopy(bytes: Uint8Array): { copy: Copy; hash: string } {
  const json = brotliDecompressSync(bytes).toString('utf8')
  return { copy: whole.parse(JSON.parse(json)), hash: sha256(json) }
}

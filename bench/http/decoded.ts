import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Answer, headerOf } from './answer-reader'

/** The text of an answer. */
export function decoded({ head, body }: Answer): string {
  const coding = headerOf(head, 'content-encoding')
  if (coding === 'gzip') return gunzipSync(body).toString()
  return (coding === 'br' ? brotliDecompressSync(body) : body).toString()
}

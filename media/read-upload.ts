import { Refusal } from '@/newsroom/refusal'
import { largestPicture } from './read-picture'

/**
 * Reads what a browser sends to its end, counting as it comes: what says too much is not begun, what sends too much is cut off. Throws a
 * Refusal (`picture-large`, `picture-cut`).
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  said: string | null,
  most = largestPicture,
): Promise<Buffer> {
  const promised = said === null ? null : Number(said)
  if (promised !== null && promised > most) {
    await body?.cancel().catch(() => {})
    throw large(promised, most)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // Leaving the loop cancels the stream.
    for await (const chunk of body ?? []) {
      size += chunk.length
      if (size > most) throw large(size, most)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('picture-cut')
  }
  if (promised !== null && promised !== size) throw new Refusal('picture-cut')
  return Buffer.concat(chunks)
}

function large(size: number, most: number): Refusal {
  return new Refusal('picture-large', { size: Math.ceil(size / 1e6), most: Math.floor(most / 1e6) })
}

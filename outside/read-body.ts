import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal } from '@/newsroom/refusal'

type Reading = { host: string; mostBytes: number; deadline: AbortSignal; statuses?: readonly number[] }

/**
 * Reads the body of an answer to its end, counting as it comes: what says too much is not begun, what sends too much is cut off. A packed
 * body, which nobody asked for, is counted unpacked. Throws a Refusal for anything but a whole body of a 200, or of what else is taken.
 */
export async function readBody(
  answer: IncomingMessage,
  { host, mostBytes, deadline, statuses = [200] }: Reading,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    const { statusCode: status = 0 } = answer
    if (!statuses.includes(status)) throw new Refusal('outside-status', { host, status })
    if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw large(mostBytes)
    let size = 0
    for await (const chunk of unpacked(answer, host)) {
      size += chunk.length
      if (size > mostBytes) throw large(mostBytes)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The connection ended before the body did, or what came could not be unpacked.
    throw deadline.aborted ? deadline.reason : new Refusal('outside-cut', { host })
  } finally {
    answer.destroy()
  }
}

function large(mostBytes: number): Refusal {
  return new Refusal('outside-large', { most: Math.ceil(mostBytes / 1_000_000) })
}

function unpacked(answer: IncomingMessage, host: string): Readable {
  const packing = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (packing === 'identity' || packing === '') return answer
  const unpacker = unpackers[packing]?.()
  if (!unpacker) throw new Refusal('outside-packing', { host, packing })
  answer.on('error', (error) => unpacker.destroy(error))
  return answer.pipe(unpacker)
}

const unpackers: Record<string, () => ReturnType<typeof createGunzip | typeof createBrotliDecompress>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

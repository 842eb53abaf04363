/** One answer of a server, as its bytes came over the wire. */
export type Answer = { status: number; head: string; body: Buffer; wireBytes: number }

export type AnswerReader = {
  /** Takes the next bytes; the answer when they complete it. */
  take: (chunk: Buffer) => Answer | null
  /** Bytes of an answer that is not whole yet. */
  held: () => number
}

type Head = { status: number; text: string; bytes: number; length: number | null }

const blankLine = Buffer.from('\r\n\r\n')

/** Reads answers from a connection on which one request is under way at a time. */
export function answerReader(): AnswerReader {
  let chunks: Buffer[] = []
  let held = 0
  let head: Head | null = null
  return {
    held: () => held,
    take(chunk) {
      chunks.push(chunk)
      held += chunk.length
      head ??= readHead(joined())
      if (!head) return null
      const body = head.length === null ? chunkedBody(head) : held >= head.bytes + head.length ? plainBody(head) : null
      if (!body) return null
      const answer = { status: head.status, head: head.text, body, wireBytes: held }
      chunks = []
      held = 0
      head = null
      return answer
    },
  }

  function joined(): Buffer {
    const [only = Buffer.alloc(0)] = chunks
    if (chunks.length === 1) return only
    chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? only
  }

  function plainBody({ bytes, length }: Head): Buffer {
    return joined().subarray(bytes, bytes + (length ?? 0))
  }

  /** The last chunk is an empty one; only where the bytes end like it is the whole looked through. */
  function chunkedBody({ bytes }: Head): Buffer | null {
    return joined().subarray(-5).equals(lastChunk) ? readChunks(joined().subarray(bytes)) : null
  }
}

const lastChunk = Buffer.from('0\r\n\r\n')

function readHead(bytes: Buffer): Head | null {
  const end = bytes.indexOf(blankLine)
  if (end < 0) return null
  const text = bytes.toString('latin1', 0, end)
  const status = Number(text.slice(9, 12))
  const isChunked = /^transfer-encoding: *chunked/im.test(text)
  const hasNoBody = status === 304 || status === 204
  const length = hasNoBody ? 0 : isChunked ? null : Number(headerOf(text, 'content-length') ?? 0)
  return { status, text, bytes: end + blankLine.length, length }
}

/** A header of an answer's head; null where it has none. */
export function headerOf(head: string, name: string): string | null {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? null
}

/** The chunks of a body put together; null while the last one has not come. */
function readChunks(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    if (size === 0) return Buffer.concat(parts)
    const next = lineEnd + 2 + size + 2
    if (!(next <= bytes.length)) return null
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}

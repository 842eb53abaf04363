/** A document that is sent while it is written: whoever writes is asked for the next piece when the last one was taken. */
export function streamResponse(pieces: AsyncGenerator<string>, type: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await nextOf(pieces)
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(body, { headers: { 'content-type': type } })
}

const piece = 65_536

/** Small pieces are sent together: each by itself costs more than what is in it. */
async function nextOf(pieces: AsyncGenerator<string>): Promise<{ done: boolean; value: string }> {
  let value = ''
  while (value.length < piece) {
    const next = await pieces.next()
    if (next.done) return { done: value === '', value }
    value += next.value
  }
  return { done: false, value }
}

import { describe, expect, it } from 'vitest'
import { answerReader } from './answer-reader'

describe('an answer', () => {
  const read = (text: string, size: number) => {
    const reader = answerReader()
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += size) {
      const answer = reader.take(bytes.subarray(at, at + size))
      if (answer) return { answer, rest: bytes.length - at - size }
    }
    return null
  }
  const plain = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n邸报'
  const chunked = 'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n邸\r\n5\r\n0\r\n\r\n\r\n0\r\n\r\n'

  it.each([1, 7, 1000])('is whole when its last byte has come, in pieces of %i', (size) => {
    expect(read(plain, size)?.answer).toMatchObject({
      status: 200,
      body: Buffer.from('邸报'),
      wireBytes: plain.length + 4,
    })
    expect(read(chunked, size)?.answer).toMatchObject({ status: 404, body: Buffer.from('邸0\r\n\r\n') })
  })
  it('that breaks off is none', () => {
    expect(read(plain.slice(0, -1), 1000)).toBeNull()
    expect(read(chunked.slice(0, -7), 1000)).toBeNull()
  })
  it('that says nothing has changed has no body', () =>
    expect(read('HTTP/1.1 304 Not Modified\r\n\r\n', 5)?.answer).toMatchObject({ status: 304, body: Buffer.alloc(0) }))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseEncoding, decode, encode, encodeBest, isPackable } from './encodings'

describe('a reader is given', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br', 'br'],
    ['BR', 'br'],
    ['GZip, DEFLATE', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip;q=0.8, br;q=0.8', 'br'],
    ['  br ; q=0.5 ,gzip ;q=0.4', 'br'],
    ['br;Q=0, gzip', 'gzip'],
    ['br;q=0', 'identity'],
    ['br;q=0.000, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0, *;q=0.1', 'br'],
    ['gzip, *;q=0', 'gzip'],
    ['identity', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0, gzip', 'gzip'],
    ['deflate', 'identity'],
    ['zstd, compress', 'identity'],
    ['brotli', 'identity'],
    ['gzip-br', 'identity'],
    [',,,;;;', 'identity'],
    ['br;q=', 'identity'],
    ['br;q=abc', 'identity'],
    ['br;q=-1', 'identity'],
    ['gzip;q=NaN, br;q=0x', 'identity'],
    ['br;level=5;q=0', 'identity'],
    ['__proto__, constructor', 'identity'],
    ['\u0000br', 'identity'],
  ] as const)('for %j: %s', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding)
    expect(chooseEncoding(accepted), 'asked again').toBe(encoding)
  })

  it('nothing packed for a wish of ten thousand characters', () => {
    expect(chooseEncoding(`${'x'.repeat(10_000)}, br`)).toBe('identity')
    expect(chooseEncoding(`br, ${'gzip, '.repeat(2000)}`)).toBe('identity')
  })

  it('never what was refused or not named, wherever in the line that stands', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('br', 'gzip', 'deflate', 'identity', 'zstd', 'x'.repeat(37)), { maxLength: 20 }),
        fc.constantFrom('br;q=0', 'br; q=0.0', 'BR;q=0.000', 'gzip;q=0', ''),
        (names, refused) => {
          const name = refused.split(';')[0]?.toLowerCase() ?? ''
          const others = names.filter((one) => one !== name)
          const line = [...others, refused].filter(Boolean).join(', ')
          const chosen = chooseEncoding(line)
          if (chosen !== 'identity') expect(others).toContain(chosen)
        },
      ),
    ))

  it('the same after many others have asked for nonsense', () => {
    for (let count = 0; count < 1000; count++) chooseEncoding(`nonsense-${count}`)
    expect(chooseEncoding('br;q=0.3, gzip;q=0.9')).toBe('gzip')
    expect(chooseEncoding('gzip, deflate, br')).toBe('br')
  })
})

describe('a body', () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text.repeat(50))),
    fc.constant(Buffer.alloc(0)),
    fc.constant(Buffer.alloc(300_000, '新闻')),
  )
  it.each(['br', 'gzip', 'identity'] as const)('packed as %s is the same again', (encoding) =>
    fc.assert(
      fc.property(bodies, (body) => {
        expect(decode(encode(body, encoding), encoding).equals(body)).toBe(true)
      }),
      { numRuns: 30 },
    ),
  )
  it('packed as well as can be is the same again', async () => {
    const body = Buffer.from('<p>砚江三桥今晨合龙</p>'.repeat(500))
    expect(decode(await encodeBest(body), 'br').equals(body)).toBe(true)
  })
})

describe('packing', () => {
  it.each([
    ...['text/html; charset=utf-8', 'text/plain;charset=UTF-8', 'application/atom+xml; charset=utf-8', 'image/svg+xml'],
    ...['application/xml', 'application/json', 'application/manifest+json', 'application/javascript', 'text/css'],
  ])('makes %s smaller', (type) => expect(isPackable(type)).toBe(true))
  it.each(['image/jpeg', 'image/png', 'font/woff2', 'application/pdf', 'video/mp4', 'application/octet-stream', ''])(
    'does not make %j smaller',
    (type) => expect(isPackable(type)).toBe(false),
  )
})

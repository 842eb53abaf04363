import { createHash } from 'node:crypto'
import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readPicture } from './read-picture'

const refusal = (reason: string, details?: Record<string, string | number>) =>
  expect.objectContaining({ name: 'Refusal', reason, ...(details && { details }) })
const blank = (width: number, height: number, channels: 3 | 4 = 3, alpha = 1) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 40, b: 30, alpha } } })

describe('a picture', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['avif', 'image/avif'],
  ] as const)('in %s is read', async (format, type) => {
    const bytes = await blank(60, 40).toFormat(format).toBuffer()
    expect(await readPicture(bytes)).toEqual({
      type,
      width: 60,
      height: 40,
      hasAlpha: false,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      said: {},
    })
  })
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turned in way %i is as wide and high as it is seen', async (orientation) => {
    const bytes = await blank(60, 40).jpeg().withMetadata({ orientation }).toBuffer()
    expect(await readPicture(bytes)).toMatchObject(
      orientation < 5 ? { width: 60, height: 40 } : { width: 40, height: 60 },
    )
  })
  it('is seen through where something shines through, not where it merely could', async () => {
    for (const format of ['png', 'webp', 'avif'] as const) {
      const seen = async (alpha: number) => readPicture(await blank(60, 40, 4, alpha).toFormat(format).toBuffer())
      expect(await seen(0.5)).toMatchObject({ hasAlpha: true })
      expect(await seen(1)).toMatchObject({ hasAlpha: false })
    }
    const dot = await blank(60, 40, 4)
      .composite([
        {
          input: { create: { width: 1, height: 1, channels: 4, background: '#0000' } },
          blend: 'source',
          left: 30,
          top: 20,
        },
      ])
      .png()
      .toBuffer()
    expect(await readPicture(dot)).toMatchObject({ hasAlpha: true })
  })
  it('that moves is its first picture', async () => {
    expect(await readPicture(await moving())).toMatchObject({ type: 'image/gif', width: 20, height: 30 })
  })
  it('in grey, in CMYK and in 16 bits is one too', async () => {
    for (const bytes of [
      await blank(60, 40).greyscale().jpeg().toBuffer(),
      await blank(60, 40).toColourspace('cmyk').jpeg().toBuffer(),
      await blank(60, 40).toColourspace('rgb16').png().toBuffer(),
    ])
      expect(await readPicture(bytes)).toMatchObject({ width: 60, height: 40, hasAlpha: false })
  })
})

describe('what a picture says of itself', () => {
  it('is its caption and who took it, from XMP before all else', async () => {
    const bytes = await blank(60, 40)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: 'from the camera', Artist: 'a camera' } })
      .withXmp(
        xmp(
          '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">棠州大桥&#10;通车</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>沈砚秋</rdf:li></rdf:Seq></dc:creator>',
        ),
      )
      .toBuffer()
    expect((await readPicture(bytes)).said).toEqual({ caption: '棠州大桥 通车', credit: '沈砚秋' })
  })
  it('is what the camera wrote where nobody wrote more', async () => {
    const bytes = await blank(60, 40)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: 'Bridge', Artist: 'Gu Lin' } })
      .toBuffer()
    expect((await readPicture(bytes)).said).toEqual({ caption: 'Bridge', credit: 'Gu Lin' })
  })
  it('is nothing where it cannot be read, and never too long', async () => {
    const broken = await blank(60, 40).jpeg().withXmp('<x:xmpmeta><unclosed').toBuffer()
    expect((await readPicture(broken)).said).toEqual({})
    const long = await blank(60, 40)
      .jpeg()
      .withExif({ IFD0: { ImageDescription: 'a'.repeat(5000) } })
      .toBuffer()
    expect((await readPicture(long)).said.caption).toHaveLength(1000)
  })
  it('costs little, however much it is', async () => {
    const nested = `${'<a>'.repeat(500_000)}${'</a>'.repeat(500_000)}`
    const bytes = await blank(60, 40).webp().withXmp(nested).toBuffer()
    expect(bytes.length).toBeGreaterThan(3_000_000)
    const began = performance.now()
    expect((await readPicture(bytes)).said).toEqual({})
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('what is no picture', () => {
  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG with a prologue', '<?xml version="1.0"?><!DOCTYPE svg><svg width="9" height="9"/>'],
    ['a page', '<!doctype html><title>x</title><script>alert(1)</script>'],
    ['a script', 'GIF'],
    ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj'],
    ['a TIFF', 'II*\0\x08\0\0\0'],
    ['a TIFF of the other kind', 'MM\0*\0\0\0\x08'],
    ['a bitmap', 'BM\x46\0\0\0'],
    ['an icon', '\0\0\x01\0\x01\0'],
    ['a picture of a phone', '\0\0\0\x18ftypheic\0\0\0\0heicmif1'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0isommp42'],
    ['a JPEG XL', '\xff\x0a'],
    ['a PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n'],
    ['an archive', 'PK\x03\x04'],
    ['zeroes', '\0'.repeat(100)],
    ['a sound that says RIFF', 'RIFF\0\0\0\0WAVEfmt '],
    ['a little', '\xff'],
  ])('as %s, is refused whatever it is called', async (_what, text) => {
    await expect(readPicture(Buffer.from(text, 'latin1'))).rejects.toEqual(refusal('picture-type'))
  })
  it('as a packed SVG or a real TIFF, is refused', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for (const bytes of [gzipSync(svg), await blank(60, 40).tiff().toBuffer()])
      await expect(readPicture(bytes)).rejects.toEqual(refusal('picture-type'))
  })
  it('is none when it is empty', async () => {
    await expect(readPicture(Buffer.alloc(0))).rejects.toEqual(refusal('picture-empty'))
  })
  it.each([
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['PNG', '\x89PNG\r\n\x1a\n'],
    ['WebP', 'RIFF\xff\0\0\0WEBPVP8 '],
    ['GIF', 'GIF89a'],
    ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0avifmif1'],
  ])('but begins like a %s is refused, with a page or an SVG behind it or with nothing', async (_what, beginning) => {
    for (const rest of [
      '',
      '<script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ])
      await expect(readPicture(Buffer.from(beginning + rest, 'latin1'))).rejects.toEqual(refusal('picture-broken'))
  })
  it('any more since it is cut off, is refused', async () => {
    const noise = sharp(Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 2_654_435_761) >>> 24)), {
      raw: { width: 300, height: 200, channels: 3 },
    })
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const whole = await noise.clone().toFormat(format).toBuffer()
      for (const part of [0.1, 0.5, 0.9])
        await expect(readPicture(whole.subarray(0, whole.length * part)), `${part} of ${format}`).rejects.toEqual(
          refusal('picture-broken'),
        )
    }
  })
})

describe('a picture that is too much', () => {
  it('of more than 30 MB is refused unread', async () => {
    await expect(readPicture(Buffer.alloc(30_000_001))).rejects.toEqual(
      refusal('picture-large', { size: 31, most: 30 }),
    )
  })
  it.each([
    [24_000, 24_000],
    [8000, 7501],
    [900_000, 100],
  ])('of %i × %i pixels is refused from its head, at once', async (width, height) => {
    const began = performance.now()
    await expect(readPicture(png({ width, height, rows: Buffer.alloc(100) }))).rejects.toEqual(
      refusal('picture-pixels', { width, height, most: 60 }),
    )
    expect(performance.now() - began).toBeLessThan(500)
  })
  it('of 24,000 × 24,000 that is real, and packed to nothing, is too', async () => {
    const bytes = png({ width: 24_000, height: 24_000, rows: Buffer.alloc((24_000 / 8 + 1) * 24_000) })
    expect(bytes.length).toBeLessThan(200_000)
    await expect(readPicture(bytes)).rejects.toEqual(
      refusal('picture-pixels', { width: 24_000, height: 24_000, most: 60 }),
    )
  })
  it('that unpacks to far more than its head says is only as large as its head says', async () => {
    const bytes = png({ width: 100, height: 100, rows: Buffer.alloc(50_000_000) })
    const read = await readPicture(bytes).catch((error: unknown) => error)
    expect(read).toEqual(expect.objectContaining({ width: 100, height: 100 }))
  })
  it('that says more than it has is broken', async () => {
    await expect(readPicture(png({ width: 5000, height: 5000, rows: Buffer.alloc(100) }))).rejects.toEqual(
      refusal('picture-broken'),
    )
  })
})

/** Three frames, each of another colour. */
async function moving(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 20, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}

/** A PNG of one bit a pixel whose head says whatever it is told to. */
function png({ width, height, rows }: { width: number; height: number; rows: Buffer }): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

function xmp(properties: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

import sharp, { type Sharp } from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readRendition, renditionsOf } from '@/newsroom/picture-address'
import { openDarkroom, openLines } from './darkroom'
import { renditionKey } from './keys'
import { scratchShelf } from './scratch-shelf'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 30 } } })
const developed = async (picture: Sharp | Buffer) => {
  const shelf = scratchShelf()
  const darkroom = openDarkroom(shelf)
  const one = await darkroom.develop(Buffer.isBuffer(picture) ? picture : await picture.toBuffer())
  await darkroom.settled()
  return { ...one, shelf, hash: one.sha256.slice(0, 20) }
}
const publicKeys = ({ kept }: { kept: Map<string, Buffer> }) =>
  [...kept.keys()].filter((key) => key.startsWith('public/'))

afterEach(() => void vi.restoreAllMocks())

describe('a picture that is taken in', () => {
  it('can be shown at every width its address promises, in every format, and is kept as it came', async () => {
    const bytes = await plain(900, 600).jpeg().toBuffer()
    const { address, shelf, hash, sha256 } = await developed(bytes)
    expect(address).toBe(`/media/${hash}/900x600.jpg`)
    const promised = [renditionsOf(address)?.fallback, ...(renditionsOf(address)?.sources ?? [])].flatMap((one) =>
      (one?.srcset ?? '').split(', ').map((candidate) => candidate.split(' ')[0] ?? ''),
    )
    expect(promised).toHaveLength(6)
    for (const one of [address, ...promised]) {
      const rendition = readRendition(one)
      const read = rendition && (await shelf.get(renditionKey(rendition)))
      expect(read && (await sharp(read).metadata()), one).toMatchObject({
        width: rendition?.width,
        height: rendition?.width === 900 ? 600 : 267,
        format: { jpg: 'jpeg', webp: 'webp', avif: 'heif' }[one.split('.').at(-1) ?? ''],
      })
    }
    expect([...shelf.kept.keys()].sort()).toEqual(
      [
        `originals/${sha256}.jpg`,
        ...['avif', 'jpg', 'webp'].flatMap((end) => [400, 900].map((width) => `public/${hash}/${width}.${end}`)),
      ].sort(),
    )
    expect(shelf.kept.get(`originals/${sha256}.jpg`)?.equals(bytes)).toBe(true)
  })
  it('can be shown before its AVIF is there', async () => {
    const shelf = scratchShelf()
    const darkroom = openDarkroom(shelf)
    const { address, sha256 } = await darkroom.develop(await plain(900, 600).jpeg().toBuffer())
    const hash = sha256.slice(0, 20)
    expect(publicKeys(shelf).sort()).toEqual(
      ['jpg', 'webp'].flatMap((end) => [400, 900].map((width) => `public/${hash}/${width}.${end}`)).sort(),
    )
    expect(await shelf.has(`unfinished/${sha256}.jpg`)).toBe(true)
    await darkroom.settled()
    expect(await shelf.has(`public/${hash}/900.avif`)).toBe(true)
    expect(await shelf.has(`unfinished/${sha256}.jpg`)).toBe(false)
    expect(address).toContain(hash)
  })
  it('is the same picture when it comes again, and nothing is made twice', async () => {
    const shelf = scratchShelf()
    const darkroom = openDarkroom(shelf)
    const bytes = await plain(300, 200).png().toBuffer()
    const first = await darkroom.develop(bytes)
    await darkroom.settled()
    const put = vi.spyOn(shelf, 'put')
    expect(await darkroom.develop(bytes)).toEqual(first)
    await darkroom.settled()
    expect(put.mock.calls.map(([key]) => key).filter((key) => key.startsWith('public/'))).toEqual([])
  })
  it('keeps what shines through it, in formats that can', async () => {
    const glass = sharp({
      create: { width: 500, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.2 } },
    })
    const { address, shelf, hash } = await developed(glass.png())
    expect(address).toBe(`/media/${hash}/500x400.png`)
    expect(
      publicKeys(shelf)
        .map((key) => key.split('.')[1])
        .sort(),
    ).toEqual(['avif', 'avif', 'png', 'png', 'webp', 'webp'])
    for (const key of publicKeys(shelf)) {
      const alpha = await sharp(shelf.kept.get(key)).extractChannel('alpha').raw().toBuffer()
      expect(Math.abs((alpha[1000] ?? 0) - 51), key).toBeLessThan(6)
    }
  })
  it('that moves stands still: its first picture is shown', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0'].map((background) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const { shelf, hash } = await developed(sharp(frames, { join: { animated: true } }).gif())
    for (const end of ['jpg', 'webp', 'avif']) {
      const file = shelf.kept.get(`public/${hash}/30.${end}`)
      expect((await sharp(file).metadata()).pages ?? 1).toBe(1)
      expect([...(await sharp(file).raw().toBuffer()).subarray(0, 3)].map((value) => Math.round(value / 64))).toEqual([
        4, 0, 0,
      ])
    }
  })
  it('in grey, CMYK or 16 bits is shown in the colours of a screen', async () => {
    for (const bytes of [
      await plain(60, 40).greyscale().jpeg().toBuffer(),
      await plain(60, 40).toColourspace('cmyk').jpeg().toBuffer(),
      await plain(60, 40).toColourspace('rgb16').png().toBuffer(),
    ]) {
      const { shelf, hash } = await developed(bytes)
      for (const end of ['jpg', 'webp', 'avif'])
        expect((await sharp(shelf.kept.get(`public/${hash}/60.${end}`)).metadata()).space).toMatch(/^(srgb|b-w)$/)
    }
  })
  it('that is none leaves nothing behind', async () => {
    const shelf = scratchShelf()
    await expect(openDarkroom(shelf).develop(Buffer.from('<svg/>'))).rejects.toMatchObject({ reason: 'picture-type' })
    expect(shelf.kept.size).toBe(0)
  })
})

describe('a picture that lies on its side', () => {
  /** Red on the left, blue on the right, the upper half darker: each way of turning it looks different. */
  const upright = async () => {
    const part = (background: string) => ({ create: { width: 40, height: 20, channels: 3 as const, background } })
    return plain(80, 40)
      .composite([
        { input: part('#800000'), left: 0, top: 0 },
        { input: part('#000080'), left: 40, top: 0 },
        { input: part('#ff0000'), left: 0, top: 20 },
        { input: part('#0000ff'), left: 40, top: 20 },
      ])
      .png()
      .toBuffer()
  }
  /** How pixels were stored by a camera held so, told by what turns them back. */
  const stored: Record<number, (picture: Sharp) => Sharp> = {
    1: (picture) => picture,
    2: (picture) => picture.flop(),
    3: (picture) => picture.rotate(180),
    4: (picture) => picture.flip(),
    5: (picture) => picture.rotate(270).flop(),
    6: (picture) => picture.rotate(270),
    7: (picture) => picture.rotate(90).flop(),
    8: (picture) => picture.rotate(90),
  }
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'in way %i stands upright for everybody, without a word about it',
    async (orientation) => {
      const turned = await sharp(await (stored[orientation]?.(sharp(await upright())) ?? plain(1, 1)).png().toBuffer())
        .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
        .withMetadata({ orientation })
        .toBuffer()
      const { address, shelf, hash } = await developed(turned)
      expect(address).toBe(`/media/${hash}/80x40.jpg`)
      for (const end of ['jpg', 'webp', 'avif']) {
        const file = sharp(shelf.kept.get(`public/${hash}/80.${end}`))
        expect(await file.metadata()).toMatchObject({ width: 80, height: 40 })
        expect((await file.metadata()).orientation ?? 1).toBe(1)
        const pixels = await file.raw().toBuffer()
        const at = (x: number, y: number) =>
          [...pixels.subarray((y * 80 + x) * 3, (y * 80 + x) * 3 + 3)].map((value) => Math.round(value / 127))
        expect([at(10, 8), at(70, 8), at(10, 32), at(70, 32)], end).toEqual([
          [1, 0, 0],
          [0, 0, 1],
          [2, 0, 0],
          [0, 0, 2],
        ])
      }
    },
  )
})

describe('no reader is told', () => {
  it('where a picture was taken, by whom, with what, or anything that hid in it', async () => {
    const secrets = ['SHEN-YANQIU', 'HIDDEN-CAMERA-4711', 'GPS-LONDON', 'XMP-SECRET', 'TRAILING-SCRIPT']
    const taken = await plain(900, 600)
      .withExif({
        IFD0: { Artist: 'SHEN-YANQIU', Model: 'HIDDEN-CAMERA-4711', ImageDescription: 'GPS-LONDON' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 3230/100',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 7/1 4366/100',
        },
      })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights>XMP-SECRET</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>',
      )
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const bytes = Buffer.concat([taken, Buffer.from('<script>TRAILING-SCRIPT</script>')])
    const before = await sharp(bytes).metadata()
    expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true)
    for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(true)

    const { shelf } = await developed(bytes)
    expect(publicKeys(shelf)).toHaveLength(6)
    for (const key of publicKeys(shelf)) {
      const file = shelf.kept.get(key) ?? Buffer.alloc(0)
      const { exif, xmp, iptc, icc, comments, orientation, tifftagPhotoshop } = await sharp(file).metadata()
      expect({ exif, xmp, iptc, icc, comments, orientation, tifftagPhotoshop }, key).toEqual({})
      for (const word of [
        ...secrets,
        'Exif',
        'http://ns.adobe.com',
        'Photoshop',
        'GPS',
        'ICC_PROFILE',
        '<script',
        '<x:xmpmeta',
      ])
        expect(file.includes(word), `${word} in ${key}`).toBe(false)
    }
  })
  it.each([
    ['a GIF with a script in its comment', Buffer.from('!\xfe\x19<script>alert(1)</script>\0', 'latin1'), 'gif', 13],
    ['a PNG with a page behind it', Buffer.from('<html><script>alert(1)</script></html>'), 'png', null],
    ['a JPEG with an archive behind it', Buffer.from('PK\x03\x04<script>alert(1)</script>'), 'jpeg', null],
  ] as const)('what %s would do', async (_what, passenger, format, at) => {
    const honest = await plain(60, 40).toFormat(format, { colours: 2 }).toBuffer()
    // Behind the table of colours of a GIF, where comments stand; else at the end.
    const place = at === null ? honest.length : at + 3 * 2 ** (((honest[10] ?? 0) & 7) + 1)
    const bytes = Buffer.concat([honest.subarray(0, place), passenger, honest.subarray(place)])
    const { shelf, type } = await developed(bytes)
    expect(type).toBe(`image/${format}`)
    expect(publicKeys(shelf)).toHaveLength(3)
    for (const key of publicKeys(shelf)) {
      expect(shelf.kept.get(key)?.includes('script')).toBe(false)
      expect(shelf.kept.get(key)?.includes('PK\x03\x04')).toBe(false)
    }
  })
})

describe('an end in the middle', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])(
    'before the shelf’s writing number %i leaves nothing that a new start does not finish',
    async (fatal) => {
      const shelf = scratchShelf()
      const bytes = await plain(500, 300).jpeg().toBuffer()
      let writings = 0
      const dying = {
        ...shelf,
        put: async (key: string, given: Uint8Array) => {
          if (++writings >= fatal) throw new Error('the lights went out')
          await shelf.put(key, given)
        },
        remove: async () => {
          throw new Error('the lights went out')
        },
      }
      vi.spyOn(console, 'error').mockImplementation(() => {})
      const before = openDarkroom(dying)
      const taking = before.develop(bytes).then(
        () => 'taken in',
        () => 'not taken in',
      )
      expect(await taking).toBe(fatal > 6 ? 'taken in' : 'not taken in')
      await before.settled()

      expect(await openDarkroom(shelf).sweep()).toBe(fatal > 1 ? 1 : 0)
      // What was never begun is not there; what was is there whole.
      expect(publicKeys(shelf)).toHaveLength(fatal > 2 ? 6 : 0)
      expect([...shelf.kept.keys()].filter((key) => key.startsWith('unfinished/'))).toEqual([])
      expect(await openDarkroom(shelf).sweep()).toBe(0)
    },
  )
  it('or a picture that cannot be finished keeps nobody else from it', async () => {
    const shelf = scratchShelf()
    const bytes = await plain(50, 30).jpeg().toBuffer()
    await shelf.put('unfinished/00.jpg', Buffer.alloc(0))
    await shelf.put('originals/00.jpg', Buffer.from('the disk ate it'))
    await shelf.put('unfinished/ff.jpg', Buffer.alloc(0))
    await shelf.put('originals/ff.jpg', bytes)
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await openDarkroom(shelf).sweep()).toBe(2)
    expect(said).toHaveBeenCalledTimes(1)
    expect(publicKeys(shelf)).toHaveLength(3)
    expect(await shelf.has('unfinished/00.jpg')).toBe(true)
    expect(await shelf.has('unfinished/ff.jpg')).toBe(false)
  })
})

describe('many pictures at once', () => {
  it('are made no more at a time than the darkroom has places', async () => {
    const shelf = scratchShelf()
    let underWay = 0
    let most = 0
    const put = shelf.put
    shelf.put = async (key, bytes) => {
      // Only what is made for a person who waits.
      if (/^unfinished/.test(key)) most = Math.max(most, ++underWay)
      if (/\b60\.webp$/.test(key)) underWay--
      await put(key, bytes)
    }
    const darkroom = openDarkroom(shelf, openLines(2))
    const bytes = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        plain(60, 40 + at)
          .jpeg()
          .toBuffer(),
      ),
    )
    await Promise.all(bytes.map((one) => darkroom.develop(one)))
    await darkroom.settled()
    expect(most).toBe(2)
    expect(publicKeys(shelf)).toHaveLength(24)
  })
})

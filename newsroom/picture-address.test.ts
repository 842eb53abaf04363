import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureAddress, readRendition, renditionAddress, renditionsOf } from './picture-address'

const sha256 = '1f3a5b7c9d1e2f3a4b5c'.padEnd(64, '0')
const hash = sha256.slice(0, 20)
const address = (width: number, height: number, hasAlpha = false) => pictureAddress({ sha256, width, height, hasAlpha })

describe('the address of a picture', () => {
  it.each([
    [4000, 3000, '2400x1800.jpg'],
    [1600, 1067, '1600x1067.jpg'],
    [3000, 4000, '2400x3200.jpg'],
    [390, 260, '390x260.jpg'],
    [1, 1, '1x1.jpg'],
    [60_000_000, 1, '2400x1.jpg'],
    [1080, 20_000, '864x16000.jpg'],
    [1, 60_000_000, '1x16000.jpg'],
  ])('of %i × %i ends with its size at the widest', (width, height, end) =>
    expect(address(width, height)).toBe(`/media/${hash}/${end}`),
  )
  it('of one that something shines through is a PNG', () =>
    expect(address(500, 400, true)).toBe(`/media/${hash}/500x400.png`))
})

describe('its renditions', () => {
  it.each([
    [390, [390]],
    [400, [400]],
    [470, [470]],
    [480, [400, 480]],
    [1300, [400, 800, 1300]],
    [1600, [400, 800, 1200, 1600]],
    [5000, [400, 800, 1200, 1600, 2400]],
  ])('of one %i wide are %j wide', (width, widths) => expect(renditionsOf(address(width, 300))?.widths).toEqual(widths))
  it('are named for a browser to choose from', () =>
    expect(renditionsOf(`/media/${hash}/900x600.jpg`)).toEqual({
      hash,
      size: { width: 900, height: 600 },
      widths: [400, 900],
      fallback: { format: 'jpg', srcset: `/media/${hash}/400.jpg 400w, /media/${hash}/900.jpg 900w` },
      sources: [
        { type: 'image/avif', srcset: `/media/${hash}/400.avif 400w, /media/${hash}/900.avif 900w` },
        { type: 'image/webp', srcset: `/media/${hash}/400.webp 400w, /media/${hash}/900.webp 900w` },
      ],
    }))
  it('are none for what is not ours', () => {
    for (const foreign of [
      '',
      '/media/a.jpg',
      `https://tangzhou.example/media/${hash}/900x600.jpg`,
      `/media/${hash}/900x600.webp`,
      `/media/${hash}/900.jpg`,
      `/media/${hash}/0x600.jpg`,
      `/media/${hash}/900x600.jpg?x`,
      `/media/${hash}/900x600.jpg/`,
      `/media/${hash.toUpperCase()}/900x600.jpg`,
      `/media/${hash}0/900x600.jpg`,
      `/media/${hash}/99999x600.jpg`,
      `/media/../${hash}/900x600.jpg`,
    ])
      expect(renditionsOf(foreign), foreign).toBeNull()
  })
  it('are all found again by their addresses, whatever the picture’s size', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70_000 }),
        fc.integer({ min: 1, max: 70_000 }),
        fc.boolean(),
        (w, h, alpha) => {
          const whole = address(w, h, alpha)
          const renditions = renditionsOf(whole)
          expect(renditions?.widths.at(-1)).toBe(readRendition(whole)?.width)
          for (const { srcset } of [...(renditions?.sources ?? []), { srcset: renditions?.fallback.srcset ?? '' }])
            for (const candidate of srcset.split(', ')) {
              const rendition = readRendition(candidate.split(' ')[0] ?? '')
              expect(rendition && `${renditionAddress(rendition)} ${rendition.width}w`).toBe(candidate)
            }
        },
      ),
    ))
})

describe('what an address asks for', () => {
  it.each([
    ['900x600.jpg', 900, 'jpg'],
    ['900x600.png', 900, 'png'],
    ['400.avif', 400, 'avif'],
    ['400.webp', 400, 'webp'],
    ['400.jpg', 400, 'jpg'],
  ])('%s is one file', (file, width, format) =>
    expect(readRendition(`/media/${hash}/${file}`)).toEqual({ hash, width, format }),
  )
  it.each(['400.svg', '400x1.avif', '0.jpg', '04.jpg', '400', '400.jpg.exe', '../x', '400.JPG', '-1.jpg', '1e3.jpg'])(
    '%s is none',
    (file) => expect(readRendition(`/media/${hash}/${file}`)).toBeNull(),
  )
})

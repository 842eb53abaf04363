import { describe, expect, it } from 'vitest'
import { openPlaces } from './places'
import { readUpload } from './read-upload'

/** A body of so many pieces of a thousand bytes, and how many of them were asked for. */
function bodyOf(pieces: number, { failsAfter = Number.POSITIVE_INFINITY } = {}) {
  const told = { pieces: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(control) {
        if (told.pieces === failsAfter) return control.error(new Error('the connection ended'))
        if (told.pieces === pieces) return control.close()
        told.pieces++
        control.enqueue(new Uint8Array(1000))
      },
      cancel() {
        told.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, told }
}

describe('what a browser sends', () => {
  it('is read to its end', async () => {
    expect((await readUpload(bodyOf(3).body, '3000', 3000)).length).toBe(3000)
    expect((await readUpload(bodyOf(3).body, null, 3000)).length).toBe(3000)
    expect((await readUpload(null, null)).length).toBe(0)
  })
  it('is not begun where it says that it is too large', async () => {
    const { body, told } = bodyOf(9)
    await expect(readUpload(body, '9000', 3000)).rejects.toMatchObject({ reason: 'picture-large' })
    expect(told).toEqual({ pieces: 0, cancelled: true })
  })
  it('is cut off where it is larger than it says', async () => {
    const { body, told } = bodyOf(1000)
    await expect(readUpload(body, null, 3000)).rejects.toMatchObject({ reason: 'picture-large' })
    expect(told).toEqual({ pieces: 4, cancelled: true })
  })
  it('is refused where it did not come whole', async () => {
    await expect(readUpload(bodyOf(2).body, '3000', 3000)).rejects.toMatchObject({ reason: 'picture-cut' })
    await expect(readUpload(bodyOf(3, { failsAfter: 2 }).body, '3000', 3000)).rejects.toMatchObject({
      reason: 'picture-cut',
    })
  })
})

describe('a place', () => {
  it('is refused where all are taken, and free again when its work is done or has failed', async () => {
    const { hold } = openPlaces(2)
    const ends: (() => void)[] = []
    const work = () => new Promise<void>((resolve) => ends.push(resolve))
    const [one, two] = [hold(work), hold(work)]
    let began = false
    const third = hold(async () => {
      began = true
    })
    await expect(third).rejects.toMatchObject({ reason: 'picture-busy' })
    expect(began).toBe(false)
    for (const end of ends) end()
    await Promise.all([one, two])
    await expect(hold(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await Promise.all([hold(async () => 1), hold(async () => 2)])).toEqual([1, 2])
  })
})

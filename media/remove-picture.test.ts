import sharp from 'sharp'
import { expect, it } from 'vitest'
import { openDarkroom } from './darkroom'
import { removePicture } from './remove-picture'
import { scratchShelf } from './scratch-shelf'

const plain = (red: number) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: { r: red, g: 40, b: 30 } } })
    .jpeg()
    .toBuffer()

it('a picture that is removed leaves nothing on the shelf, and the others alone', async () => {
  const shelf = scratchShelf()
  const darkroom = openDarkroom(shelf)
  const gone = await darkroom.develop(await plain(10))
  const kept = await darkroom.develop(await plain(20))
  await darkroom.settled()
  await removePicture(shelf, gone)
  const keys = [...shelf.kept.keys()]
  expect(keys.filter((key) => key.includes(gone.sha256.slice(0, 20)))).toEqual([])
  expect(keys.filter((key) => key.includes(kept.sha256.slice(0, 20)))).toHaveLength(7)
  await removePicture(shelf, gone)
  expect([...shelf.kept.keys()]).toEqual(keys)
})

it('nothing is left of one that another process removes while its renditions are being made', async () => {
  const shelf = scratchShelf()
  const darkroom = openDarkroom({
    ...shelf,
    async put(key, bytes) {
      if (key.endsWith('/400.avif')) await removePicture(shelf, gone)
      await shelf.put(key, bytes)
    },
  })
  const gone = await darkroom.develop(await plain(10))
  await darkroom.settled()
  expect([...shelf.kept.keys()]).toEqual([])
})

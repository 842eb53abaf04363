import { availableParallelism } from 'node:os'
import pLimit, { type LimitFunction } from 'p-limit'
import { pictureAddress } from '@/newsroom/picture-address'
import { originalKey, unfinished, unfinishedKey, unfinishedOriginal } from './keys'
import { makeRenditions } from './make-renditions'
import { type ReadPicture, readPicture } from './read-picture'
import { removeRenditions } from './remove-picture'
import type { Shelf } from './shelf'

/** A picture that readers can be shown. */
export type Developed = ReadPicture & {
  /** Where it stands, as an article names it. */
  address: string
}

export type Darkroom = {
  /**
   * Takes a picture in: keeps the original, and resolves when readers can be shown it. What takes longer is made afterwards. The same bytes again are
   * the same picture. Throws a Refusal (`picture-…`) for bytes that are none; nothing is kept of those.
   */
  develop: (bytes: Buffer) => Promise<Developed>
  /** Makes whatever an end in the middle left to do, and resolves to the number of pictures looked at. May run beside anything. */
  sweep: () => Promise<number>
  /** Resolves when nothing is left to do. */
  settled: () => Promise<void>
}

/** In which pictures wait for their turn. */
export type Lines = {
  /** For what somebody waits for. */
  soon: LimitFunction
  /** For what nobody does. */
  later: LimitFunction
  /** What is still to be finished. */
  waiting: Set<Promise<void>>
}

/** At most half the machine's cores work at what somebody waits for, and one more at what nobody does. */
export function openLines(atOnce = Math.max(1, Math.floor(availableParallelism() / 2))): Lines {
  return { soon: pLimit(atOnce), later: pLimit(1), waiting: new Set() }
}

/** Where pictures are made for readers. Several of one machine share their lines. */
export function openDarkroom(shelf: Shelf, { soon, later, waiting }: Lines = openLines()): Darkroom {
  return {
    develop: (bytes) => soon(() => develop(bytes)),
    sweep,
    async settled() {
      while (waiting.size > 0) await Promise.all(waiting)
    },
  }

  async function develop(bytes: Buffer): Promise<Developed> {
    const picture = await readPicture(bytes)
    const original = originalKey(picture)
    // The mark comes first and goes last: whenever it ends in the middle, the mark is there.
    await shelf.put(unfinishedKey(original), Buffer.alloc(0))
    await shelf.put(original, bytes)
    await makeRenditions(shelf, { bytes, picture, which: 'soon' })
    finishLater(original)
    return { ...picture, address: pictureAddress(picture) }
  }

  async function sweep(): Promise<number> {
    let count = 0
    for await (const mark of shelf.list(unfinished)) {
      await finishInTurn(unfinishedOriginal(mark))
      count++
    }
    return count
  }

  function finishLater(original: string): void {
    const finishing = finishInTurn(original).finally(() => waiting.delete(finishing))
    waiting.add(finishing)
  }

  /** What fails stays marked, and the next start tries again; nobody waits here who could be told. */
  function finishInTurn(original: string): Promise<void> {
    return later(() => finish(original)).catch((error: unknown) =>
      console.error(`The renditions of ${original} could not all be made:`, error),
    )
  }

  /** Reads the original again instead of holding on to it: a hundred that wait would be gigabytes. */
  async function finish(original: string): Promise<void> {
    const bytes = await shelf.get(original)
    if (bytes) {
      const picture = await readPicture(bytes)
      await makeRenditions(shelf, { bytes, picture, which: 'soon' })
      await makeRenditions(shelf, { bytes, picture, which: 'later' })
      // Removed meanwhile: what was made since is nobody's.
      if (!(await shelf.has(original))) await removeRenditions(shelf, picture)
    }
    await shelf.remove(unfinishedKey(original))
  }
}

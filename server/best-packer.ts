import { encodeBest, isPackable } from './encodings'
import { addPacking, contentOf, dropPacking, type Page } from './page'

export type BestPacker = { pack: (page: Page, done: () => void) => void }

/** Packs pages that are asked for again as well as can be, one after the other, while nobody waits for it. */
export function bestPacker(): BestPacker {
  const waiting: { page: Page; done: () => void }[] = []
  let isBusy = false

  return {
    pack(page, done) {
      if (!isPackable(page.contentType)) return
      waiting.push({ page, done })
      if (!isBusy) void packAll()
    },
  }

  async function packAll(): Promise<void> {
    isBusy = true
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { page, done } = next
      try {
        const packed = await encodeBest(contentOf(page))
        // Other bytes of the same content are another representation: a strong tag must tell them apart.
        addPacking(page, 'br', packed, '11')
        dropPacking(page, 'identity')
        done()
      } catch (error) {
        // A machine short of memory: the page stays as it was packed, and the next one is tried.
        console.error('A page could not be packed better:', error)
      }
    }
    isBusy = false
  }
}

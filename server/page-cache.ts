import type { Identity } from '@/newsroom/identity'
import type { Page } from './page'

export type PageCache = {
  /** A kept page, which is from then on the one used last; undefined when there is none. */
  get: (key: string) => Page | undefined
  /** Keeps a page, and lets go of those used least lately for as long as all together are too large. */
  put: (key: string, page: Page) => void
  /** Says that a page's size has changed since it was put. */
  resized: (key: string, page: Page) => void
  /** Lets go of every page that depends on one of these, or of all. */
  drop: (touched: readonly Identity[] | 'everything') => void
  size: () => { pages: number; bytes: number }
}

/** Pages by their address, bounded by bytes. A page that by itself would take more than an eighth of the room is not kept. */
export function pageCache({ bytes: bound }: { bytes: number }): PageCache {
  // A Map goes through its keys in the order they were set: the first is the one used least lately.
  const pages = new Map<string, Kept>()
  const dependents = new Map<Identity, Set<string>>()
  let bytes = 0

  return {
    get(key) {
      const kept = pages.get(key)
      if (!kept) return undefined
      pages.delete(key)
      pages.set(key, kept)
      return kept.page
    },
    put(key, page) {
      remove(key)
      if (page.bytes > bound / 8) return
      pages.set(key, { page, bytes: page.bytes })
      bytes += page.bytes
      for (const identity of page.depends) {
        const keys = dependents.get(identity)
        if (keys) keys.add(key)
        else dependents.set(identity, new Set([key]))
      }
      makeRoom()
    },
    resized(key, page) {
      const kept = pages.get(key)
      if (kept?.page !== page) return
      bytes += page.bytes - kept.bytes
      kept.bytes = page.bytes
      makeRoom()
    },
    drop(touched) {
      if (touched === 'everything') return clear()
      for (const identity of touched) {
        const keys = dependents.get(identity)
        if (!keys) continue
        if (keys.size === pages.size) return clear()
        for (const key of [...keys]) remove(key)
      }
    },
    size: () => ({ pages: pages.size, bytes }),
  }

  function remove(key: string): void {
    const kept = pages.get(key)
    if (!kept) return
    pages.delete(key)
    bytes -= kept.bytes
    for (const identity of kept.page.depends) {
      const keys = dependents.get(identity)
      keys?.delete(key)
      if (keys?.size === 0) dependents.delete(identity)
    }
  }

  function makeRoom(): void {
    for (const key of pages.keys()) {
      if (bytes <= bound) return
      remove(key)
    }
  }

  function clear(): void {
    pages.clear()
    dependents.clear()
    bytes = 0
  }
}

type Kept = { page: Page; bytes: number }

import type { Shelf } from './shelf'

/** A shelf in memory, for tests. */
export function scratchShelf(): Shelf & { kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>()
  return {
    kept,
    put: async (key, bytes) => void kept.set(key, Buffer.from(bytes)),
    get: async (key) => kept.get(key) ?? null,
    has: async (key) => kept.has(key),
    remove: async (key) => void kept.delete(key),
    async *list(prefix) {
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) yield key
    },
  }
}

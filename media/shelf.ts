/** What pictures lie on: a folder, or a bucket. What is there is there whole. */
export type Shelf = {
  /** Puts bytes there, in the place of what was. Whoever reads meanwhile gets all of the old or all of the new. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null where there is nothing. */
  get: (key: string) => Promise<Buffer | null>
  has: (key: string) => Promise<boolean>
  /** What is not there may be removed too. */
  remove: (key: string) => Promise<void>
  /** All keys that begin so, in no order. */
  list: (prefix: string) => AsyncIterable<string>
}

/**
 * Throws for a key that no shelf could keep, which is a fault of ours and never a reader's. A key is a folder and a name, in characters that
 * mean nothing to a file system or in an address.
 */
export function checkKey(key: string): void {
  if (key.length > 200 || !/^[\w-]+(?:\/[\w-]+)*(?:\.\w+)?$/.test(key)) throw new Error(`not a key of a shelf: ${key}`)
}

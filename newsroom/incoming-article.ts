import type { Copy } from './copy'
import type { ReadersText } from './published-article'

/** An article as outside copy brings it: it was public before, so it comes with its addresses and its moment. */
export type IncomingArticle = {
  /** Names the outside record: bringing it again finds the same article. */
  originKey: string
  copy: Copy
  readers: ReadersText & { summary: string }
  publishedAt: Date
  /** False for what its own site kept back: it comes in as a draft. */
  isPublic: boolean
  /** The address it keeps; null lets the newsroom make one. */
  path: string | null
  /** Other paths it answered at, which lead to that one from now on. */
  movedPaths: string[]
  /** The wire's code of the story; twins share it. */
  wireCode: string | null
  /** The name its category has on the old site, where that can be told. */
  categoryName: string | null
  originals: OriginalFile[]
}

/** A file exactly as it was brought. */
export type OriginalFile = { path: string; bytes: Uint8Array; sha256: string }

import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Identity } from '@/newsroom/identity'

/** What a page being rendered tells the process that serves it. */
export type PageContext = {
  /** The path as it was asked for, with a slash at its end where it had one; Next drops that. */
  path: string
  status: 200 | 301 | 404 | 410
  /** Where a 301 leads. */
  location: string | null
  /** What the page was made of: when one of these changes, it is made anew. */
  depends: Set<Identity>
  /** Counts the changes of what every page shows; null where nobody has heard of all of them. */
  siteEdition: () => number | null
}

/** Where every copy of this module finds the same storage: Next bundles its own. */
export const pageStorage = Symbol.for('dibao.page')

/** The page being rendered; undefined where Next runs by itself, as under `next dev`. */
export function pageContext(): PageContext | undefined {
  return (globalThis as { [pageStorage]?: AsyncLocalStorage<PageContext> })[pageStorage]?.getStore()
}

/** Says what the page being rendered is made of. Every function here that reads something says so before it reads. */
export function dependOn(...identities: Identity[]): void {
  const depends = pageContext()?.depends
  for (const identity of identities) depends?.add(identity)
}

import type { AsyncLocalStorage } from 'node:async_hooks'

/** What a page being rendered tells the process that serves it. */
export type PageContext = {
  /** The path as it was asked for, with a slash at its end where it had one; Next drops that. */
  path: string
  status: 200 | 301 | 404 | 410
  /** Where a 301 leads. */
  location: string | null
}

/** Where every copy of this module finds the same storage: Next bundles its own. */
export const pageStorage = Symbol.for('dibao.page')

/** The page being rendered; undefined where Next runs by itself, as under `next dev`. */
export function pageContext(): PageContext | undefined {
  return (globalThis as { [pageStorage]?: AsyncLocalStorage<PageContext> })[pageStorage]?.getStore()
}

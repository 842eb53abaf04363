import type { Identity } from '@/newsroom/identity'
import { isPostgresql } from './database'
import { keepEar } from './ears'

/** How a process that keeps pages hears what anybody, in any process, has committed. */
export type Ear = {
  /**
   * Whether what is kept may be trusted. On SQLite all that was committed before this call has been told to `onChange` by the end of it; on
   * PostgreSQL all that the server has told of, a moment after the commit. False means deaf: nothing kept may be served until it is true again.
   */
  isCurrent: () => boolean
  /** Hears all that is committed by now. */
  catchUp: () => Promise<void>
  close: () => Promise<void>
}

/** Called with what a change touched, or `everything` when it cannot be known what was missed. */
export type OnChange = (touched: readonly Identity[] | 'everything') => void

/** Listens to the change log of a store from now on. Throws when the store cannot be reached. */
export async function hearChanges(url: string, onChange: OnChange): Promise<Ear> {
  const ear = isPostgresql(url)
    ? await (await import('./postgresql-ear')).openPostgresqlEar(url, onChange)
    : (await import('./sqlite-ear')).openSqliteEar(url, onChange)
  return keepEar(ear)
}

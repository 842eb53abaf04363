import type { Identity } from '@/newsroom/identity'
import { openSqliteEar } from './sqlite-ear'

/** How a process that keeps pages hears what anybody, in any process, has committed. */
export type Ear = {
  /**
   * Whether all that was committed before this call has been told to `onChange`, by the end of it. False means deaf: nothing kept may be
   * trusted until it is true again.
   */
  isCurrent: () => boolean
  close: () => Promise<void>
}

/** Called with what a change touched, or `everything` when it cannot be known what was missed. */
export type OnChange = (touched: readonly Identity[] | 'everything') => void

/** Listens to the change log of a store from now on. Throws when the store cannot be opened. */
export async function hearChanges(url: string, onChange: OnChange): Promise<Ear> {
  return openSqliteEar(url, onChange)
}

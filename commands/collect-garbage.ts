import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Frees what is no longer used. V8 lets garbage lie for as long as the machine has room; an import of a hundred thousand posts would
 * hold twice the memory it needs beside a running portal.
 */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

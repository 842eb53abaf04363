import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const defaultPageCache = 256
const builtFiles = fileURLToPath(new URL('../../.next/required-server-files.json', import.meta.url))

/**
 * How a serving process is started: flags for Node and variables. V8 lets garbage lie for as long as the machine has room, and glibc keeps a
 * pool of memory for every thread: 650 MB after 20,000 pages, where a bound on the heap and a single pool keep it below 506 at the same speed. The heap holds
 * what there is to say of each kept page, the pages themselves lie outside of it.
 */
export function serveProcess(environment) {
  const pageCache = Number(environment.PAGE_CACHE_MB) || defaultPageCache
  return {
    flags: ['--conditions=react-server', `--max-old-space-size=${512 + pageCache}`, '--max-semi-space-size=8'],
    variables: { MALLOC_ARENA_MAX: '1', ...builtConfig() },
  }
}

/**
 * The configuration that the pages were built with, told as Next's own standalone server tells it: otherwise Next compiles `next.config.ts` at
 * every start, and the compiler, 24 MB of it, stays in the process.
 */
function builtConfig() {
  if (!existsSync(builtFiles)) return {}
  const { config } = JSON.parse(readFileSync(builtFiles, 'utf8'))
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) }
}

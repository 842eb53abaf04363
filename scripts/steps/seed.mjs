import { execFileSync } from 'node:child_process'
import { at } from './places.mjs'

/** Where tests that draw examples begin: the same for the same tree of files, another for the next. 1 where git does not say. */
export function seedOfTree() {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      cwd: at(''),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return String(Number.parseInt(tree.slice(0, 7), 16))
  } catch {
    return '1'
  }
}

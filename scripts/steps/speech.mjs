import { relative } from 'node:path'
import { root } from './places.mjs'

/** What a script says to whoever started it, on stderr, so that stdout stays the program's own. */

/** An end that was foreseen: its message is one sentence that says what to do, and nobody needs a stack. */
export class Refusal extends Error {}

/** Announces a step about to run. A step with nothing to do stays silent. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs a script with its arguments: a refusal becomes one sentence and exit code 1, a number it returns the exit code. */
export async function run(script) {
  try {
    process.exitCode = (await script(process.argv.slice(2))) ?? 0
  } catch (error) {
    process.exitCode = error.exitCode ?? 1
    const sentence = error instanceof Refusal ? error.message : aboutTheDisk(error)
    if (sentence === undefined) throw error
    if (sentence) say(sentence)
  }
}

/** A disk that will not be written is the owner's to mend, not a fault of the program. */
function aboutTheDisk({ code, path = root }) {
  const place = relative(root, path) || root
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return `${place} cannot be written: give this account the right to.`
  if (code === 'ENOSPC') return `${place} cannot be written: make room on the disk.`
  return undefined
}

import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/** Server and load each get a core, so that neither takes the other's time; where there is one core, or no `taskset`, they share. */
const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0

export type Core = 'server' | 'load'

/** The program and its arguments, held to a core where that can be had. */
export function pinnedTo(core: Core | null, program: string, args: string[]): [string, string[]] {
  if (core === null || !canPin) return [program, args]
  return ['taskset', ['-c', core === 'server' ? '0' : '1', program, ...args]]
}

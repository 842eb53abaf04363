import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { usageOf, type Usage } from './process-usage'

/** What a server has taken so far, all its processes together: a server is judged by what it costs, however it shares its work. */
export function treeUsage(pid: number): Usage {
  const usages = treeOf(pid).flatMap((each) => usageOf(each) ?? [])
  if (usages.length === 0) throw new Error(`the process ${pid} ended while it was measured`)
  const sum = (of: keyof Usage) => usages.reduce((total, usage) => total + usage[of], 0)
  return { cpuSeconds: sum('cpuSeconds'), rssBytes: sum('rssBytes'), peakRssBytes: sum('peakRssBytes') }
}

/** A process and everything it started, itself first. */
export function treeOf(pid: number): number[] {
  const parents = parentsOfAll()
  const tree = [pid]
  for (const parent of tree) for (const [child, of] of parents) if (of === parent) tree.push(child)
  return tree
}

/** The parent of every process that runs. */
function parentsOfAll(): Map<number, number> {
  return process.platform === 'linux' ? fromProc() : fromPs()
}

function fromProc(): Map<number, number> {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // Behind the program's name, which stands in brackets: the state, then the parent.
      const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (state !== 'Z') parents.set(Number(name), Number(parent))
    } catch {
      // It ended while we looked.
    }
  }
  return parents
}

function fromPs(): Map<number, number> {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]))
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process has taken so far. */
export type Usage = { cpuSeconds: number; rssBytes: number; peakRssBytes: number }

/** Linux counts a process's time in hundredths of a second, whatever the machine. */
const ticksASecond = 100

/** Reads what a running process has taken, or null when it has ended. `/proc` where there is one, else `ps`, which knows no peak. */
export function usageOf(pid: number): Usage | null {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  } catch {
    return null
  }
}

/** Watches a process until `stop`, which returns what it had taken when it was last seen alive. */
export function watchUsage(pid: number): { stop: () => Usage } {
  let last: Usage = { cpuSeconds: 0, rssBytes: 0, peakRssBytes: 0 }
  const look = () => {
    const seen = usageOf(pid)
    if (seen && seen.rssBytes > 0) last = { ...seen, peakRssBytes: Math.max(last.peakRssBytes, seen.peakRssBytes) }
  }
  const looking = setInterval(look, 50)
  return {
    stop() {
      clearInterval(looking)
      return last
    },
  }
}

function fromProc(pid: number): Usage {
  // The program's name stands in brackets and may hold anything: the fields count from behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksASecond,
    rssBytes: bytes('VmRSS'),
    peakRssBytes: bytes('VmHWM'),
  }
}

function fromPs(pid: number): Usage {
  const [rss = '', time = ''] = execFileSync('ps', ['-o', 'rss=,time=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
  const rssBytes = Number(rss) * 1024
  const cpuSeconds = time.split(/[-:]/).reduce((seconds, part) => seconds * 60 + Number(part), 0)
  return { cpuSeconds, rssBytes, peakRssBytes: rssBytes }
}

import { cpus, loadavg, totalmem } from 'node:os'

/** Where the figures were taken: they mean little without it. */
export type Machine = { cpu: string; cores: number; memoryBytes: number; node: string; system: string; load: number }

export function readMachine(): Machine {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() || 'an unnamed processor',
    cores: all.length,
    memoryBytes: totalmem(),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    load: loadavg()[0] ?? 0,
  }
}

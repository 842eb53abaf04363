import type { ImportRun } from '../parts/import-run'
import type { PageTime } from '../parts/measure'
import type { Machine } from '../process/machine'
import type { Finding } from './finding'
import { byWeight, findingRows } from './finding-rows'
import { table } from './table'

/** All that one run of the benchmark found. */
export type BenchReport = {
  machine: Machine
  loadAfter: number
  imports: ImportRun[]
  pages: PageTime[]
  findings: Finding[]
}

/** What the design promises. */
const promised = { ratio: 0.2, postsPerSecond: 500, peakRssBytes: 500e6 }
/** Fewer posts are soon in: the time is then that of starting the program. */
const fewestToJudge = 10_000

export type Ratio = {
  page: string
  smallest: number
  largest: number
  wall: number
  cpu: number
  /** Of the document: one that shows more takes longer, whatever stands behind it. */
  bytes: number
  verdict: string
}

/** How much longer each page takes in the largest store than in the smallest; none with one size only. */
export function ratiosOf(pages: PageTime[]): Ratio[] {
  return [...new Set(pages.map(({ page }) => page))].flatMap((page) => {
    const bySize = pages.filter((time) => time.page === page).toSorted((a, b) => a.size - b.size)
    const [least, most] = [bySize[0], bySize.at(-1)]
    if (!least || !most || least === most) return []
    const ratio = (of: 'median' | 'cpu' | 'bytes') => most[of] / least[of]
    const [wall, cpu, bytes] = [ratio('median'), ratio('cpu'), ratio('bytes')]
    return [{ page, smallest: least.size, largest: most.size, wall, cpu, bytes, verdict: verdictOn(wall, cpu) }]
  })
}

/** The clock on the wall counts what other programs do too; both must say so before a page is called slower. */
function verdictOn(wall: number, cpu: number): string {
  const isSlow = (ratio: number) => ratio > 1 + promised.ratio
  if (isSlow(wall) && isSlow(cpu)) return 'SLOWER, against the promise'
  if (isSlow(wall) || isSlow(cpu)) return `in doubt: slower by the ${isSlow(cpu) ? 'processor' : 'wall'} clock only`
  return wall < 1 - promised.ratio && cpu < 1 - promised.ratio ? 'faster' : 'the same'
}

/** The report for a person: the ratios first, since they hold on any machine. */
export function tellReport({ machine, loadAfter, imports, pages, findings }: BenchReport): string {
  const ratios = ratiosOf(pages)
  const first = ratios[0]
  const { judged, other } = byWeight(findings)
  return [
    ...(judged.length > 0 ? ['What was promised', ...table(findingRows(judged)), ''] : []),
    ...(first
      ? [
          `${count(first.largest)} articles against ${count(first.smallest)} (1.00 = as long; promised: within ±20 %)`,
          ...table(ratioRows(ratios)),
          '',
        ]
      : []),
    ...(pages.length > 0 ? ['Pages, milliseconds a request', ...table(pageRows(pages)), ''] : []),
    ...(imports.length > 0
      ? ['Import (promised: 500 posts a second on two cores, under 500 MB)', ...table(importRows(imports)), '']
      : []),
    ...(other.length > 0 ? ['Figures', ...table(findingRows(other)), ''] : []),
    `${nameOf(machine)}; load ${machine.load.toFixed(1)} before, ${loadAfter.toFixed(1)} after`,
    ...(Math.max(machine.load, loadAfter) > machine.cores
      ? ['The machine was busy with other things: trust the ratios and the processor’s time, not the wall clock.']
      : []),
  ].join('\n')
}

export function ratioRows(ratios: Ratio[]): string[][] {
  return [
    ['page', 'wall', 'cpu', 'document', ''],
    ...ratios.map(({ page, wall, cpu, bytes, verdict }) => [
      page,
      ...[wall, cpu, bytes].map((ratio) => ratio.toFixed(2)),
      verdict,
    ]),
  ]
}

export function pageRows(pages: PageTime[]): string[][] {
  const rows = pages.map(({ page, size, median, p95, cpu, bytes }) => [
    page,
    count(size),
    median.toFixed(1),
    p95.toFixed(1),
    cpu.toFixed(1),
    `${(bytes / 1000).toFixed(1)} kB`,
  ])
  return [['page', 'articles', 'median', 'p95', 'cpu', 'size'], ...rows]
}

export function importRows(imports: ImportRun[]): string[][] {
  const rows = imports.map(({ size, postsPerSecond, seconds, cpuSeconds, peakRssBytes, storeBytes }) => {
    const broken = [
      ...(size >= fewestToJudge && postsPerSecond < promised.postsPerSecond ? ['too slow'] : []),
      ...(peakRssBytes >= promised.peakRssBytes ? ['too much memory'] : []),
    ]
    const figures = [postsPerSecond.toFixed(0), seconds.toFixed(1), cpuSeconds.toFixed(1)]
    return [count(size), ...figures, megabytes(peakRssBytes), megabytes(storeBytes), broken.join(', ')]
  })
  return [['posts', 'a second', 'seconds', 'cpu s', 'memory', 'store', ''], ...rows]
}

/** The machine, as a figure has to name it. */
export function nameOf({ cpu, cores, memoryBytes, system, node }: Machine): string {
  return `${cpu}, ${cores} cores, ${gigabytes(memoryBytes)}, ${system}, Node ${node}`
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(0)} GB`
}

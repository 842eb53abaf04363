import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../process/program'
import { byWeight, findingRows } from './finding-rows'
import { type BenchReport, importRows, nameOf, pageRows, ratioRows, ratiosOf } from './report'
import { markdownTable } from './table'

const page = join(root, 'docs/performance.md')
const markers = { begin: '<!-- figures of npm run bench -- --write -->', end: '<!-- end of the figures -->' }

/** Puts the figures of a run between two marks of docs/performance.md; what stands around them is a person's. */
export function writeReport(report: BenchReport, day: string): void {
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), figuresOf(report, day)))
}

/** A text with other figures between its marks. Throws when it has none. */
export function withFigures(text: string, figures: string): string {
  const [begin, end] = [text.indexOf(markers.begin), text.indexOf(markers.end)]
  if (begin < 0 || end < begin)
    throw new Error(`docs/performance.md has no place for figures: ${markers.begin} and ${markers.end}`)
  return `${text.slice(0, begin + markers.begin.length)}\n\n${figures}\n\n${text.slice(end)}`
}

function figuresOf(report: BenchReport, day: string): string {
  const { machine, imports, pages, findings } = report
  const { judged, other } = byWeight(findings)
  const ratios = ratiosOf(pages)
  const parts = [
    `${nameOf(machine)}, ${day}.`,
    ...(judged.length > 0 ? [markdownTable(findingRows(judged)).join('\n')] : []),
    ...(ratios.length > 0 ? [markdownTable(ratioRows(ratios)).join('\n')] : []),
    ...(pages.length > 0 ? [markdownTable(pageRows(pages)).join('\n')] : []),
    ...(imports.length > 0 ? [markdownTable(importRows(imports)).join('\n')] : []),
    ...(other.length > 0 ? [markdownTable(findingRows(other)).join('\n')] : []),
  ]
  return parts.join('\n\n')
}

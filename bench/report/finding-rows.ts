import { type Finding, type Goal, type Unit, verdictOn } from './finding'

/** Findings as rows of a table, under their heads. */
export function findingRows(findings: Finding[]): string[][] {
  return [
    ['what', 'figure', 'lowest – highest', 'goal', '', 'note'],
    ...findings.map((finding) => {
      const { what, figure, unit, spread, goal, note = '' } = finding
      return [
        what,
        inUnit(figure, unit),
        spread ? `${plain(spread[0])} – ${plain(spread[1])}` : '',
        goal ? goalIn(goal, unit) : '',
        verdictOn(finding),
        note,
      ]
    }),
  ]
}

/** Ratios first, since they hold on any machine; then what else was promised; then the rest. */
export function byWeight(findings: Finding[]): { judged: Finding[]; other: Finding[] } {
  const judged = findings.filter(({ goal }) => goal !== undefined)
  const isRatio = ({ unit }: Finding) => unit === 'times'
  return {
    judged: [...judged.filter(isRatio), ...judged.filter((finding) => !isRatio(finding))],
    other: findings.filter(({ goal }) => goal === undefined),
  }
}

function inUnit(figure: number | null, unit: Unit): string {
  if (figure === null || Number.isNaN(figure)) return '–'
  if (unit === 'count') return figure.toLocaleString('en')
  return unit === 'times' ? `× ${plain(figure)}` : `${plain(figure)} ${unit}`
}

function goalIn(goal: Goal, unit: Unit): string {
  return 'most' in goal ? `≤ ${plain(goal.most)}${suffix(unit)}` : `≥ ${plain(goal.least)}${suffix(unit)}`
}

function suffix(unit: Unit): string {
  return unit === 'count' || unit === 'times' ? '' : ` ${unit}`
}

/** Three digits say all that a noisy machine can. */
function plain(figure: number): string {
  const size = Math.abs(figure)
  if (Number.isInteger(figure) || size >= 100) return Math.round(figure).toLocaleString('en')
  return figure.toFixed(size < 1 ? 3 : size < 10 ? 2 : 1).replace(/\.?0+$/, '')
}

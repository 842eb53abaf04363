import { quantile } from './quantile'

/** One figure of a run, and what it was to be. */
export type Finding = {
  part: string
  what: string
  figure: number | null
  unit: Unit
  goal?: Goal
  /** The lowest and the highest of the rounds, where there were several. */
  spread?: [number, number]
  note?: string
}

/** `times` is a ratio: it means the same on any machine. */
export type Unit = 'times' | 'ms' | 'µs' | 'MB' | 'kB' | 'count'
export type Goal = { most: number } | { least: number }
export type Verdict = 'met' | 'NOT MET' | 'not measured' | ''

/** Whether a figure is what it was to be; nothing where nothing was promised. */
export function verdictOn({ figure, goal }: Pick<Finding, 'figure' | 'goal'>): Verdict {
  if (!goal) return ''
  if (figure === null || Number.isNaN(figure)) return 'not measured'
  return ('most' in goal ? figure <= goal.most : figure >= goal.least) ? 'met' : 'NOT MET'
}

/** The middle of several rounds, and how far they lay apart. */
export function ofRounds(rounds: readonly number[]): Pick<Finding, 'figure' | 'spread'> {
  if (rounds.length === 0) return { figure: null }
  return { figure: quantile(rounds, 0.5), spread: [Math.min(...rounds), Math.max(...rounds)] }
}

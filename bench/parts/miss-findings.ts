import { type Finding, ofRounds } from '../report/finding'
import { quantile } from '../report/quantile'
import type { Part } from '../wish'

/** Milliseconds of processor time a page took in a store of one size, wave by wave. */
export type Costs = {
  page: string
  size: number
  /** Of each document, packed. */
  bytes: number[]
  miss: number[]
  /** What the server did for a page after it had answered. */
  later: number[]
  hit: number[]
  reports: Record<string, number>
}

const goals = { ratio: { most: 1.2 }, article: { most: 15 } }

/** The ratios of the largest store to the smallest, then the figures themselves. */
export function missFindings(part: Part, all: Costs[]): Finding[] {
  const sizes = all.map(({ size }) => size)
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)]
  const words = (size: number) => size.toLocaleString('en')
  const ratios = (['miss', 'hit'] as const).flatMap((kind) =>
    all
      .filter(({ size }) => size === largest && largest > smallest)
      .flatMap((above): Finding[] => {
        const below = all.find(({ page, size }) => page === above.page && size === smallest)
        if (!below || above[kind].length === 0) return []
        const rounds = above[kind].map((cost, round) => cost / (below[kind][round] ?? Number.NaN))
        const document = (quantile(above.bytes, 0.5) / quantile(below.bytes, 0.5)).toFixed(2)
        return [
          {
            part,
            what: `${kind}, ${above.page}: ${words(largest)} articles ÷ ${words(smallest)}`,
            unit: 'times',
            goal: goals.ratio,
            figure: quantile(above[kind], 0.5) / quantile(below[kind], 0.5),
            spread: [Math.min(...rounds), Math.max(...rounds)],
            note: `document × ${document}`,
          },
        ]
      }),
  )
  const figures = all.flatMap(({ page, size, bytes, miss, later, hit, reports }): Finding[] => {
    const about = `${page}, ${words(size)} articles`
    const said = Object.entries(reports).map(([report, count]) => `${count} ${report}`)
    return [
      {
        part,
        what: `CPU of a first render, ${about}`,
        unit: 'ms',
        ...ofRounds(miss),
        ...(page === 'article' && size === largest && { goal: goals.article }),
        note: [`${quantile(bytes, 0.5)} bytes`, ...said].join(', '),
      },
      { part, what: `CPU after the answer, ${about}`, unit: 'ms', ...ofRounds(later) },
      ...(hit.length > 0
        ? [{ part, what: `CPU of a kept page, ${about}`, unit: 'ms' as const, ...ofRounds(hit) }]
        : []),
    ]
  })
  return [...ratios, ...figures]
}

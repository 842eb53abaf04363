import { describe, expect, it } from 'vitest'
import { type Finding, ofRounds, verdictOn } from './finding'
import { byWeight, findingRows } from './finding-rows'
import { quantile } from './quantile'
import { withFigures } from './write-report'

describe('a quantile', () => {
  it('is one of the figures, whatever their order', () => {
    const figures = [5, 1, 4, 2, 3]
    expect([quantile(figures, 0.5), quantile(figures, 0.99), quantile(figures, 0)]).toEqual([3, 5, 1])
  })
  it('of nothing is nothing', () => expect(quantile([], 0.5)).toBe(0))
})

describe('a verdict', () => {
  it.each([
    [2.5, { most: 2.5 }, 'met'],
    [2.51, { most: 2.5 }, 'NOT MET'],
    [20, { least: 20 }, 'met'],
    [19.9, { least: 20 }, 'NOT MET'],
    [null, { most: 0 }, 'not measured'],
    [Number.NaN, { most: 0 }, 'not measured'],
  ] as const)('on %s against %o is: %s', (figure, goal, verdict) => expect(verdictOn({ figure, goal })).toBe(verdict))
  it('is none where nothing was promised', () => expect(verdictOn({ figure: 1 })).toBe(''))
})

describe('a report', () => {
  const findings: Finding[] = [
    { part: 'serve', what: 'a cost', unit: 'µs', figure: 44.4 },
    { part: 'wire', what: 'bytes', unit: 'kB', figure: Math.PI, goal: { most: 4 } },
    { part: 'serve', what: 'a ratio', unit: 'times', goal: { most: 2.5 }, ...ofRounds([3, 1, 2]) },
  ]
  it('begins with ratios, and has what nobody promised last', () => {
    const { judged, other } = byWeight(findings)
    expect([...judged, ...other].map(({ what }) => what)).toEqual(['a ratio', 'bytes', 'a cost'])
  })
  it('says figure, spread, goal and verdict', () =>
    expect(findingRows(findings).at(-1)).toEqual(['a ratio', '× 2', '1 – 3', '≤ 2.5', 'met', '']))
  it('is written between its marks and nowhere else', () => {
    const text = 'before\n<!-- figures of npm run bench -- --write -->\nold\n<!-- end of the figures -->\nafter'
    const written = withFigures(text, 'new')
    expect(written).toMatch(/^before\n[\s\S]*\n\nnew\n\n[\s\S]*\nafter$/)
    expect(written).not.toContain('old')
    expect(withFigures(written, 'new')).toBe(written)
    expect(() => withFigures('no marks', 'new')).toThrow('has no place')
  })
})

import { describe, expect, it } from 'vitest'
import { type Expectation, judge } from './freshness'

describe('an answer while articles change', () => {
  const history: Expectation[] = [
    { act: 0, begunAt: 0, answeredAt: 0, expected: 'none' },
    { act: 1, begunAt: 100, answeredAt: 110, expected: 'act1' },
    { act: 2, begunAt: 200, answeredAt: Number.POSITIVE_INFINITY, expected: 'act2' },
  ]
  const seen = (seen: string, sentAt: number, receivedAt: number) => judge(history, { seen, sentAt, receivedAt })

  it('may show either side of an act that is under way', () => {
    expect(seen('none', 105, 115)).toEqual({ is: 'fresh' })
    expect(seen('act1', 105, 115)).toEqual({ is: 'fresh' })
  })
  it('is stale when it was asked for after the act and shows what was before', () =>
    expect(seen('none', 113, 120)).toEqual({ is: 'stale', age: 3, act: 1 }))
  it('cannot show what has not begun', () => expect(seen('act1', 50, 60)).toMatchObject({ is: 'stale' }))
  it('with both sides of an act under way on one page is mixed', () =>
    expect(seen('act1 act2', 150, 250)).toEqual({ is: 'mixed' }))
  it('that mixes in what is over is stale', () => expect(seen('act2 none', 150, 250)).toMatchObject({ is: 'stale' }))
})

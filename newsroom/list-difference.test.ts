import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDifference, newBudget } from './list-difference'

describe('where two lists differ', () => {
  it('is told so that one can be made of the other', () => {
    const list = fc.array(fc.constantFrom('一', '二', '三', 'constructor', '__proto__'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, (before, after) => {
        const made = [...before]
        for (const { buffer1, buffer2 } of listDifference(before, after).toReversed())
          made.splice(buffer1[0], buffer1[1], ...after.slice(buffer2[0], buffer2[0] + buffer2[1]))
        expect(made).toEqual(after)
      }),
    )
  })
  it('is one place, between what begins and ends alike, once there is no budget left', () => {
    const [before, after] = ['一二三四五'.split(''), '一六三七五'.split('')]
    expect(listDifference(before, after)).toHaveLength(2)
    expect(listDifference(before, after, { steps: 0 })).toEqual([{ buffer1: [1, 3], buffer2: [1, 3] }])
  })
  it('is paid for from the budget', () => {
    const budget = newBudget()
    const { steps } = budget
    listDifference(['一', '二', '三'], ['三', '二', '一'], budget)
    expect(budget.steps).toBeLessThan(steps)
  })
})

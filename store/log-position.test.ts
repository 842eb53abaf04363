import { describe, expect, it } from 'vitest'
import type { OnChange } from './hear-changes'
import { logPosition } from './log-position'

const at = (newest: number | null) => {
  const heard: Parameters<OnChange>[0][] = []
  return {
    heard,
    position: logPosition({ oldest: newest === null ? null : 1, newest }, (touched) => heard.push(touched)),
  }
}

describe('who reads the change log', () => {
  it('starts behind what is in it, and reads on', () => {
    const { heard, position } = at(3)
    position.read([
      { id: 4, touched: ['front'] },
      { id: 7, touched: ['site'] },
    ])
    expect([heard, position.last()]).toEqual([[['front'], ['site']], 7])
  })
  it.each([
    ['leads on', 3, { oldest: 1, newest: 5 }, false],
    ['was trimmed up to the next entry', 3, { oldest: 4, newest: 5 }, false],
    ['was trimmed beyond the next entry', 3, { oldest: 5, newest: 5 }, true],
    ['is another one, shorter than it was', 3, { oldest: 1, newest: 2 }, true],
    ['is empty, and was not', 3, { oldest: null, newest: null }, true],
    ['is empty, and always was', null, { oldest: null, newest: null }, false],
    ['is new', null, { oldest: 1, newest: 2 }, false],
  ] as const)('drops everything only where the log cannot tell what was missed: it %s', (_, known, bounds, isGap) => {
    const { heard, position } = at(known)
    expect(position.findGap(bounds)).toBe(isGap)
    expect(heard).toEqual(isGap ? ['everything'] : [])
    expect(position.findGap(bounds)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { dateInWords, lunarBrief, monthInWords, noonOf } from './calendar'
import { monthWeeks } from './month-weeks'

describe('the weeks of a month', () => {
  it('begin on Monday and hold each day once', () => {
    const november = monthWeeks('2026-11')
    expect(november).toHaveLength(6)
    expect(november[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(november.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null])
    expect(november.flat().filter(Boolean)).toHaveLength(30)
    expect(monthWeeks('2027-02')[0]?.[0]).toBe('2027-02-01')
    expect(monthWeeks('2027-02')).toHaveLength(4)
    expect(monthWeeks('2024-02').flat()).toContain('2024-02-29')
    for (const month of ['2026-12', '2000-01', '1999-10'])
      for (const week of monthWeeks(month)) expect(week).toHaveLength(7)
  })
})

describe('a date in words', () => {
  it('is a day, a month or a year', () => {
    expect(['2026-11-24', '2026-11', '2026'].map((date) => dateInWords(date, 'zh-CN'))).toEqual([
      '2026年11月24日',
      '2026年11月',
      '2026年',
    ])
    expect(['2026-11-24', '2026-11', '2026'].map((date) => dateInWords(date, 'en'))).toEqual([
      '24 November 2026',
      'November 2026',
      '2026',
    ])
    expect(monthInWords('2026-01', 'zh-CN')).toBe('1月')
  })
  it('on the Chinese calendar is the day, and the month on its first', () => {
    expect(lunarBrief(noonOf('2026-11-24'), 'UTC')).toBe('十六')
    expect(lunarBrief(noonOf('2026-11-09'), 'UTC')).toBe('十月')
    expect(lunarBrief(noonOf('2026-11-01'), 'UTC')).toBe('廿三')
  })
})

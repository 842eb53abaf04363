import { describe, expect, it } from 'vitest'
import { archivePathOf, olderArchivePath, readArchiveDate, sumDays } from './archive'

describe('a date in an address', () => {
  it('is read as it is written, and nothing else is one', () => {
    expect(readArchiveDate('2026', '11', '24')).toBe('2026-11-24')
    expect(readArchiveDate('2024', '02', '29')).toBe('2024-02-29')
    expect(readArchiveDate('2026', '11')).toBe('2026-11-01')
    for (const [year = '', month, day] of [
      ['2026', '11', '31'],
      ['2026', '02', '29'],
      ['2026', '13', '01'],
      ['2026', '00', '10'],
      ['2026', '1', '1'],
      ['0026', '11', '24'],
      ['26', '11', '24'],
      ['２０２６', '11', '24'],
      ['2026', '11', '24 '],
      ['feed', 'x', 'y'],
    ])
      expect(readArchiveDate(year, month, day), [year, month, day].join('/')).toBeNull()
  })
  it('is written with slashes', () => {
    expect(['2026', '2026-11', '2026-11-24'].map(archivePathOf)).toEqual([
      '/archive/2026',
      '/archive/2026/11',
      '/archive/2026/11/24',
    ])
    expect(olderArchivePath('2026-11-24', 17)).toBe('/archive/2026/11/24?after=17')
  })
})

describe('days', () => {
  const day = (name: string, articleCount: number) => ({ day: name, articleCount, flashCount: 0 })
  it('are summed by month and by year', () => {
    const days = [day('2025-12-31', 2), day('2026-01-01', 3), day('2026-01-02', 4)]
    expect(sumDays(days, 7)).toEqual([
      { name: '2025-12', articleCount: 2, dayCount: 1 },
      { name: '2026-01', articleCount: 7, dayCount: 2 },
    ])
    expect(sumDays(days, 4).map(({ name, articleCount }) => [name, articleCount])).toEqual([
      ['2025', 2],
      ['2026', 7],
    ])
  })
})

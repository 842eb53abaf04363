import { describe, expect, it } from 'vitest'
import { readJekyllDate, startOfDay } from './jekyll-date'

const shanghai = 'Asia/Shanghai'
const newYork = 'America/New_York'
const read = (raw: string, zone = shanghai, zoneless: 'local' | 'utc' = 'local') => {
  const date = readJekyllDate(raw, { zone, zoneless })
  return date && [date.meant.toISOString(), date.asJekyll.toISOString()]
}

describe('a date with an offset', () => {
  it.each([
    ['2021-12-08 18:46:18 +0800', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08T18:46:18+08:00', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08 18:46:18 Z', '2021-12-08T18:46:18.000Z'],
    ['2021-12-08 18:46:18 UTC', '2021-12-08T18:46:18.000Z'],
    ['2021-12-08 18:46:18 GMT', '2021-12-08T18:46:18.000Z'],
    ['2021-12-08 23:46:18 -0500', '2021-12-09T04:46:18.000Z'],
    ['2021-12-08 18:46:18 +8', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08 18:46:18 +08', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08 18:46 +0800', '2021-12-08T10:46:00.000Z'],
    ['2021-12-8 9:05:00 +0800', '2021-12-08T01:05:00.000Z'],
    ['2021-12-08  18:46:18  +0800', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08 18:46:18.250 +0800', '2021-12-08T10:46:18.000Z'],
    ['2021-12-08 18:46:18 +0530', '2021-12-08T13:16:18.000Z'],
  ])('%s is exact, in every zone', (raw, instant) => {
    for (const zone of [shanghai, newYork, 'UTC'])
      for (const zoneless of ['local', 'utc'] as const) expect(read(raw, zone, zoneless)).toEqual([instant, instant])
  })
})

describe('a date without one', () => {
  it('was the clock on the wall to its writer, and UTC to Jekyll', () => {
    expect(read('2021-12-08 18:46:18')).toEqual(['2021-12-08T10:46:18.000Z', '2021-12-08T18:46:18.000Z'])
    expect(read('2021-12-08T23:46:18')).toEqual(['2021-12-08T15:46:18.000Z', '2021-12-08T23:46:18.000Z'])
    expect(read('2021-06-08 02:30:00', newYork)).toEqual(['2021-06-08T06:30:00.000Z', '2021-06-08T02:30:00.000Z'])
  })
  it('is UTC to both, where the site says so', () =>
    expect(read('2021-12-08 18:46:18', shanghai, 'utc')).toEqual([
      '2021-12-08T18:46:18.000Z',
      '2021-12-08T18:46:18.000Z',
    ]))
  it.each([
    ['2021-12-08 18:46', '2021-12-08T10:46:00.000Z'],
    ['2021-12-08T23:46', '2021-12-08T15:46:00.000Z'],
    ['2021-12-08 9:05', '2021-12-08T01:05:00.000Z'],
    ['2021-12-08', '2021-12-07T16:00:00.000Z'],
    ['2021-1-3', '2021-01-02T16:00:00.000Z'],
  ])('and without seconds or a time, %s, is the site’s own to both', (raw, instant) => {
    expect(read(raw)).toEqual([instant, instant])
    expect(read(raw, shanghai, 'utc')).toEqual([instant, instant])
  })
})

describe('what Jekyll 4.3.1 reads besides (asked)', () => {
  it.each([
    ['2021/12/08', '2021-12-07T16:00:00.000Z'],
    ['2021/12/08 10:00:00', '2021-12-08T02:00:00.000Z'],
    ['2021-12-08 24:00:00 +0800', '2021-12-08T16:00:00.000Z'],
    ['2021-12-08 18:46:60 +0800', '2021-12-08T10:47:00.000Z'],
    ['2021-02-30 10:00:00 +0800', '2021-03-02T02:00:00.000Z'],
    ['2021-12-08 +0800', '2021-12-07T16:00:00.000Z'],
  ])('%s', (raw, instant) => expect(read(raw)).toEqual([instant, instant]))

  it('a bare day keeps its day, whatever offset stands behind it', () =>
    expect(read('2021-12-08 +0800', newYork)?.[1]).toBe('2021-12-08T05:00:00.000Z'))
})

it.each([
  '',
  '+0800',
  ' ',
  'today',
  '2021年12月8日',
  '2021-13-01',
  '2021-00-10',
  '2021-12-08 25:00:00 +0800',
  '20-12-08T',
  '2021-12',
  'null',
  '2021-12-08 18:46:18 +0800 extra',
])('%j is no date', (raw) => expect(readJekyllDate(raw, { zone: shanghai, zoneless: 'local' })).toBeNull())

it('a day begins at midnight of the site’s zone', () => {
  expect(startOfDay('2021-12-08', shanghai)?.toISOString()).toBe('2021-12-07T16:00:00.000Z')
  expect(startOfDay('2021-12-08', newYork)?.toISOString()).toBe('2021-12-08T05:00:00.000Z')
  expect(startOfDay('2021-13-41', shanghai)).toBeNull()
})
it('a day of a name with two figures for the year is of this century, as Jekyll has it', () =>
  expect(startOfDay('21-1-3', shanghai)?.toISOString()).toBe('2021-01-02T16:00:00.000Z'))

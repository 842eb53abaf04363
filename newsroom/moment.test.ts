import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  clockTime,
  dayOf,
  dayPath,
  daysBetween,
  endOfMonth,
  exactTime,
  fromWallTime,
  isZone,
  rfc2822,
  rfc3339,
  startOf,
  wallTime,
} from './moment'

const shanghai = 'Asia/Shanghai'
const newYork = 'America/New_York'

describe('the day', () => {
  it('is the zone’s', () => {
    const at = new Date('2026-11-24T16:00:00Z')
    expect(dayOf(at, shanghai)).toEqual({ year: 2026, month: 11, day: 25 })
    expect(dayOf(at, 'UTC')).toEqual({ year: 2026, month: 11, day: 24 })
    expect(dayPath(dayOf(at, shanghai))).toBe('2026/11/25')
  })
  it('begins at the zone’s midnight', () =>
    expect(startOf({ year: 2026, month: 11, day: 25 }, shanghai).toISOString()).toBe('2026-11-24T16:00:00.000Z'))
  it('begins an hour late where summer time takes midnight away', () =>
    expect(startOf({ year: 2018, month: 11, day: 4 }, 'America/Sao_Paulo').toISOString()).toBe(
      '2018-11-04T03:00:00.000Z',
    ))
  it('holds the instant that begins it, in every zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(shanghai, newYork, 'UTC', 'Asia/Kathmandu'),
        (at, zone) => {
          const day = dayOf(at, zone)
          expect(dayOf(startOf(day, zone), zone)).toEqual(day)
          expect(startOf(day, zone) <= at).toBe(true)
        },
      ),
    )
  })
})

describe('the month', () => {
  it('ends where the next begins', () => {
    expect(endOfMonth({ year: 2026, month: 12 }, shanghai)).toEqual(startOf({ year: 2027, month: 1 }, shanghai))
    expect(startOf({ year: 2026, month: 11 }, shanghai).toISOString()).toBe('2026-10-31T16:00:00.000Z')
    expect(endOfMonth({ year: 2026, month: 3 }, newYork).toISOString()).toBe('2026-04-01T04:00:00.000Z')
  })
})

describe('a time as it is shown', () => {
  const at = new Date('2026-11-23T23:20:05.250Z')
  it('has its zone’s offset for machines', () => {
    expect(rfc3339(new Date('2026-11-23T23:20:05Z'), shanghai)).toBe('2026-11-24T07:20:05+08:00')
    expect(rfc3339(at, 'UTC')).toMatch(/^2026-11-23T23:20:05(\.250)?Z$/)
    expect(rfc2822(at, shanghai)).toBe('Tue, 24 Nov 2026 07:20:05 +0800')
    expect(rfc3339(at, newYork)).toContain('-05:00')
  })
  it('is a clock’s', () => expect(clockTime(at, shanghai)).toBe('07:20'))
  it('is exact in Chinese and in English', () => {
    expect(exactTime(at, shanghai, 'zh-CN')).toBe('2026年11月24日07:20')
    expect(exactTime(at, shanghai, 'en')).toBe('24 Nov 2026, 07:20')
  })
  it('is what the zone’s clocks show, also on days on which they change', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(shanghai, newYork, 'UTC', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca'),
        (instant, zone) => {
          const clock = DateTime.fromJSDate(instant, { zone })
          expect(wallTime(instant, zone)).toBe(clock.toFormat("yyyy-MM-dd'T'HH:mm"))
          expect(rfc3339(instant, zone)).toBe(clock.toISO({ suppressMilliseconds: true }))
          expect(exactTime(instant, zone, 'zh-CN')).toBe(clock.toFormat('y年M月d日HH:mm'))
        },
      ),
    )
    const change = new Date('2026-11-01T06:00:00Z')
    expect(clockTime(new Date(change.getTime() - 1), newYork)).toBe('01:59')
    expect(clockTime(change, newYork)).toBe('01:00')
  })
  it('says the same instant to machines whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(shanghai, newYork, 'UTC'),
        (instant, zone) => {
          expect(new Date(rfc3339(instant, zone))).toEqual(instant)
        },
      ),
    )
  })
})

describe('days', () => {
  it('are counted on the calendar, not in hours', () => {
    expect(daysBetween(new Date('2026-11-24T15:59:59Z'), new Date('2026-11-24T16:00:00Z'), shanghai)).toBe(1)
    expect(daysBetween(new Date('2026-11-24T16:00:00Z'), new Date('2026-11-25T15:59:59Z'), shanghai)).toBe(0)
    expect(daysBetween(new Date('2026-11-25T00:00:00Z'), new Date('2026-11-22T00:00:00Z'), shanghai)).toBe(-3)
  })
  it('keep the clock’s time over a change to summer time', () =>
    expect(addDays(new Date('2026-03-07T12:00:00Z'), 1, newYork).toISOString()).toBe('2026-03-08T11:00:00.000Z'))
  it('that are added are the days between', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
        fc.integer({ min: -4000, max: 4000 }),
        fc.constantFrom(shanghai, newYork, 'UTC'),
        (at, days, zone) => {
          expect(daysBetween(at, addDays(at, days, zone), zone)).toBe(days)
        },
      ),
    )
  })
})

describe('a clock on the wall', () => {
  it('is the zone’s', () => {
    expect(wallTime(new Date('2026-11-23T23:20:05Z'), shanghai)).toBe('2026-11-24T07:20')
    expect(fromWallTime('2026-11-24T07:20', shanghai)).toEqual(new Date('2026-11-23T23:20:00Z'))
    expect(fromWallTime('2026-11-24T07:20', newYork)).toEqual(new Date('2026-11-24T12:20:00Z'))
  })
  it('shows every minute again that it showed', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.constantFrom(shanghai, newYork, 'UTC'),
        (at, zone) => {
          const read = fromWallTime(wallTime(at, zone), zone)
          expect(read && wallTime(read, zone)).toBe(wallTime(at, zone))
        },
      ),
    )
  })
  it.each([
    '',
    '2026-11-24',
    '2026-11-31T10:00',
    '2026-11-24T25:00',
    '2026-11-24T07:20:00Z',
    'gestern',
    '26-11-24T07:20',
  ])('never shows %j', (text) => expect(fromWallTime(text, shanghai)).toBeNull())
  it('never shows the hour that summer time skips', () => expect(fromWallTime('2026-03-08T02:30', newYork)).toBeNull())
})

it.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is a zone', (zone) =>
  expect(isZone(zone)).toBe(true),
)
it.each(['', 'Moon/Base', 'Shanghai', '+0800', 'Asia/Shanghai ', 'local'])(
  '%j is no zone that a setting may name',
  (zone) => expect(isZone(zone)).toBe(false),
)

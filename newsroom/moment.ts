import { DateTime, FixedOffsetZone } from 'luxon'
import { remember } from './remember'

/** The calendar day of an instant in a zone: what stands in an address, and what a list is grouped by. */
export type Day = { year: number; month: number; day: number }

/** The day on which an instant falls in an IANA zone. */
export function dayOf(at: Date, zone: string): Day {
  const { year, month, day } = read(at, zone)
  return { year, month, day }
}

/** `2026/11/24`, as addresses write a day. */
export function dayPath({ year, month, day }: Day): string {
  return [year, pad(month), pad(day)].join('/')
}

/** `2026-11`, as machines write a month. */
export function isoMonth({ year, month }: { year: number; month: number }): string {
  return `${year}-${pad(month)}`
}

/** `2026-11-24`: the day of an instant in a zone, as machines write it. */
export function isoDay(at: Date, zone: string): string {
  return read(at, zone).toISODate() ?? ''
}

/** `2026-11-24T07:20:00+08:00`: an instant as machines read it, with the zone's offset (RFC 3339). */
export function rfc3339(at: Date, zone: string): string {
  return read(at, zone).toISO({ suppressMilliseconds: true }) ?? ''
}

/** `Tue, 24 Nov 2026 07:20:00 +0800`: an instant as mail and RSS write it (RFC 2822), with the zone's offset. */
export function rfc2822(at: Date, zone: string): string {
  return inZone(at, zone).toRFC2822() ?? ''
}

/** `07:20` in the zone. */
export function clockTime(at: Date, zone: string): string {
  return read(at, zone).toFormat('HH:mm')
}

/** `2026年11月24日07:20` in Chinese, `24 Nov 2026, 07:20` elsewhere. */
export function exactTime(at: Date, zone: string, language: string): string {
  const time = read(at, zone)
  if (!language.startsWith('zh')) return time.setLocale(language).toFormat('d LLL y, HH:mm')
  return `${time.year}年${time.month}月${time.day}日${pad(time.hour)}:${pad(time.minute)}`
}

/** For who works with it: the clock time today, the day and the time this year, else the whole. */
export function workTime(at: Date, { now, zone, language }: { now: Date; zone: string; language: string }): string {
  const [then, today] = [dayOf(at, zone), dayOf(now, zone)]
  if (daysBetween(at, now, zone) === 0) return clockTime(at, zone)
  if (then.year !== today.year) return exactTime(at, zone, language)
  return inZone(at, zone)
    .setLocale(language)
    .toFormat(language.startsWith('zh') ? 'M月d日 HH:mm' : 'd LLL, HH:mm')
}

/** `2026-11-24T10:02`: the clock on the wall in the zone, as a form's date and time field writes it. */
export function wallTime(at: Date, zone: string): string {
  return read(at, zone).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** The instant that a wall clock of the zone showed as `2026-11-24T10:02`; null for what is no time there, as in the hour that summer time skips. */
export function fromWallTime(text: string, zone: string): Date | null {
  const at = DateTime.fromFormat(text, "yyyy-MM-dd'T'HH:mm", { zone })
  return at.isValid && wallTime(at.toJSDate(), zone) === text ? at.toJSDate() : null
}

/** The first instant of a day or, without `day`, of a month in the zone. */
export function startOf({ year, month, day = 1 }: { year: number; month: number; day?: number }, zone: string): Date {
  return DateTime.fromObject({ year, month, day }, { zone }).toJSDate()
}

/** The first instant of a day of the zone's calendar that is written as `2026-11-24`. */
export function startOfDay(isoDate: string, zone: string): Date {
  return DateTime.fromISO(isoDate, { zone }).startOf('day').toJSDate()
}

/** The first instant after a day of the zone's calendar that is written as `2026-11-24`. */
export function endOfDay(isoDate: string, zone: string): Date {
  return DateTime.fromISO(isoDate, { zone }).startOf('day').plus({ days: 1 }).startOf('day').toJSDate()
}

/** The first instant after a month in the zone. */
export function endOfMonth({ year, month }: { year: number; month: number }, zone: string): Date {
  return DateTime.fromObject({ year, month }, { zone }).plus({ months: 1 }).toJSDate()
}

/** The same clock time some days later on the zone's calendar. */
export function addDays(at: Date, days: number, zone: string): Date {
  return inZone(at, zone).plus({ days }).toJSDate()
}

/** Whole days on the zone's calendar from one instant to another; negative when the second comes first. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  const day = (at: Date) => inZone(at, zone).startOf('day').setZone('utc', { keepLocalTime: true })
  return Math.round(day(to).diff(day(from), 'days').days)
}

/** Whether a zone is one that this machine knows by its IANA name. */
export function isZone(zone: string): boolean {
  return /^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z_+\-\d]+)+)$/.test(zone) && DateTime.local().setZone(zone).isValid
}

type Asked = [at: Date, zone: string]

/** The clock of a zone at an instant, to be read and not reckoned with. A page writes each of its instants in three or four ways. */
const read = remember(
  (...[at, zone]: Asked): DateTime => {
    const offset = offsetOfDay(at, zone)
    return offset === null ? inZone(at, zone) : DateTime.fromJSDate(at, { zone: FixedOffsetZone.instance(offset) })
  },
  { most: 256, keyOf: (at, zone) => `${at.getTime()} ${zone}` },
)

const dayLength = 24 * 3600 * 1000
const utcDay = (at: Date) => Math.floor(at.getTime() / dayLength)

/**
 * The minutes by which a zone is ahead of UTC all through the UTC day of an instant; null on a day on which its clocks change, and where there are
 * none, which machines write as `Z`. To ask the zone at every instant is most of what writing it takes.
 */
const offsetOfDay = remember(
  (...[at, zone]: Asked): number | null => {
    const [first = 0, last] = [utcDay(at), utcDay(at) + 1].map((day) => inZone(new Date(day * dayLength), zone).offset)
    return first === last && first !== 0 ? first : null
  },
  { most: 256, keyOf: (at, zone) => `${utcDay(at)} ${zone}` },
)

function inZone(at: Date, zone: string): DateTime {
  return DateTime.fromJSDate(at, { zone })
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

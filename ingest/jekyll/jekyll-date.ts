import { DateTime } from 'luxon'

export type ZonelessDates = 'local' | 'utc'

/** A date in front matter: what the writer meant by it, and what Jekyll made of it for the address. */
export type JekyllDate = { meant: Date; asJekyll: Date }

export type DateRules = {
  zone: string
  zoneless: ZonelessDates
  /** Whether the date stood in quotes: to YAML it is words then, and Jekyll reads words by the site's clock. */
  isQuoted?: boolean
}

const shape =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i

/**
 * Reads a date as it stands in the file; null when it is none. Jekyll 4.3 reads a full time without a zone as UTC, though its
 * writer meant the clock on the wall; a bare day, a time without seconds, and whatever YAML takes for words are the site's own.
 */
export function readJekyllDate(raw: string, { zone, zoneless, isQuoted = false }: DateRules): JekyllDate | null {
  const found = shape.exec(raw.trim())
  if (!found) return null
  const [, year, dash, month, day, hour, minute = '0', second, offset] = found
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute),
    second: Number(second ?? 0),
  }
  if (!isPossible(parts)) return null
  // A bare day keeps its day, whatever offset stands behind it.
  if (offset && hour !== undefined) {
    const exact = instant(parts, zoneOf(offset))
    return { meant: exact, asJekyll: exact }
  }
  const isTimestamp = second !== undefined && dash === '-' && !isQuoted
  const local = instant(parts, zone)
  const utc = instant(parts, 'utc')
  return { meant: isTimestamp && zoneless === 'utc' ? utc : local, asJekyll: isTimestamp ? utc : local }
}

/** A day by itself, as in a file's name: its first instant in the site's zone. Two figures of a year are of this century. */
export function startOfDay(day: string, zone: string): Date | null {
  return readJekyllDate(day.replace(/^(\d{2})-/, '20$1-'), { zone, zoneless: 'local' })?.meant ?? null
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number }

function isPossible({ month, day, hour, minute, second }: Parts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60
}

/** Ruby lets the 30th of February run on into March, and a sixtieth second into the next minute. */
function instant({ year, month, day, hour, minute, second }: Parts, zone: string): Date {
  return DateTime.fromObject({ year, month, day: 1 }, { zone })
    .plus({ days: day - 1 })
    .set({ hour, minute })
    .plus({ seconds: second })
    .toJSDate()
}

function zoneOf(offset: string): string {
  if (/^(Z|UTC|GMT)$/i.test(offset)) return 'utc'
  const [, sign, hours = '0', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? []
  return `UTC${sign}${Number(hours)}:${minutes}`
}

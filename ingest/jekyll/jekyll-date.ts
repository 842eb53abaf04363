import { DateTime } from 'luxon'

export type ZonelessDates = 'local' | 'utc'

/** A date in front matter: what the writer meant by it, and what Jekyll made of it for the address. */
export type JekyllDate = { meant: Date; asJekyll: Date }

const shape = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[ T]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/i

/**
 * Reads a date as it stands in the file; null when it is none. Jekyll 4.3 reads a full time without a zone as UTC, though its
 * writer meant the clock on the wall, and a bare day or a time without seconds as the site's own.
 */
export function readJekyllDate(raw: string, zone: string, zoneless: ZonelessDates): JekyllDate | null {
  const found = shape.exec(raw.trim())
  if (!found) return null
  const [, year, month, day, hour = '0', minute = '0', second, offset] = found
  const parts = { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
  const inZone = (name: string) => DateTime.fromObject(parts, { zone: name })
  const local = inZone(zone)
  if (!local.isValid) return null
  if (offset) {
    const exact = inZone(zoneOf(offset)).toJSDate()
    return { meant: exact, asJekyll: exact }
  }
  const asJekyll = second === undefined ? local : inZone('utc')
  const meant = second !== undefined && zoneless === 'utc' ? inZone('utc') : local
  return { meant: meant.toJSDate(), asJekyll: asJekyll.toJSDate() }
}

/** A day by itself, as in a file's name: its first instant in the site's zone. */
export function startOfDay(day: string, zone: string): Date | null {
  return readJekyllDate(day, zone, 'local')?.meant ?? null
}

function zoneOf(offset: string): string {
  if (/^(Z|UTC|GMT)$/i.test(offset)) return 'utc'
  const [, sign, hours = '0', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? []
  return `UTC${sign}${Number(hours)}:${minutes}`
}

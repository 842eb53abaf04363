/** A day with something to show (`2026-11-24`) and how much. */
export type DayCount = { day: string; articleCount: number; flashCount: number }

/** A month (`2026-11`) or a year (`2026`) with something to show. */
export type StretchCount = { name: string; articleCount: number; dayCount: number }

export const archivePath = '/archive'

/** Where readers find a day, a month or a year, which machines write as `2026-11-24`, `2026-11`, `2026`. */
export function archivePathOf(isoDate: string): string {
  return `${archivePath}/${isoDate.replaceAll('-', '/')}`
}

/** The page of a day that starts after an article; its meaning never changes while news arrives. */
export function olderArchivePath(day: string, afterArticleId: number): string {
  return `${archivePathOf(day)}?after=${afterArticleId}`
}

/** Reads a day, a month or a year from the parts of an address, as machines write it; null for what is none. */
export function readArchiveDate(year: string, month = '01', day = '01'): string | null {
  if (!/^[1-9]\d{3}$/.test(year) || !/^\d{2}$/.test(month) || !/^\d{2}$/.test(day)) return null
  const iso = `${year}-${month}-${day}`
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso
}

/** Days by month or by year: `length` is that of the name, 7 or 4. In the order of the days. */
export function sumDays(days: DayCount[], length: 4 | 7): StretchCount[] {
  const sums = new Map<string, StretchCount>()
  for (const { day, articleCount } of days) {
    const name = day.slice(0, length)
    const sum = sums.get(name) ?? { name, articleCount: 0, dayCount: 0 }
    sums.set(name, { name, articleCount: sum.articleCount + articleCount, dayCount: sum.dayCount + 1 })
  }
  return [...sums.values()]
}

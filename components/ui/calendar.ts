import { isoDay } from '@/newsroom/moment'
import { remember } from '@/newsroom/remember'

/** Dates in words, as a newspaper writes them; every function takes the zone whose day is meant. */

/** Whether dates are written the Chinese way. */
export function isChinese(language: string): boolean {
  return language.toLowerCase().startsWith('zh')
}

/** `11月24日` or, with the year, `2026年11月24日`; elsewhere `24 Nov`, `24 November 2026`. */
export function dayInWords(at: Date, zone: string, language: string, withYear = false): string {
  const options: Intl.DateTimeFormatOptions = withYear
    ? { year: 'numeric', month: 'long', day: 'numeric' }
    : { month: isChinese(language) ? 'long' : 'short', day: 'numeric' }
  return formatter(formatLanguage(language), zone, options).format(at)
}

/** `星期二`. */
export function weekday(at: Date, zone: string, language: string): string {
  return formatter(formatLanguage(language), zone, { weekday: 'long' }).format(at)
}

/** `十一月`, as it stands under the numeral of a day. */
export function monthName(at: Date, zone: string, language: string): string {
  const month = formatter('en', zone, { month: 'numeric' }).format(at)
  if (isChinese(language)) return `${numeral(Number(month))}月`
  return formatter(formatLanguage(language), zone, { month: 'long' }).format(at)
}

/** `2025年`. */
export function yearInWords(at: Date, zone: string, language: string): string {
  return formatter(formatLanguage(language), zone, { year: 'numeric' }).format(at)
}

/** `十月十六`, and with the year `丙午年十月十六`: the day of the Chinese calendar (农历). */
export function lunarDay(at: Date, zone: string, withYear = false): string {
  const { year, month, day } = lunarParts(isoDay(at, zone))
  return `${withYear ? `${year}年` : ''}${month}${day}`
}

/** Every page says today's, and new moons are reckoned for it. */
const lunarParts = remember(findLunarParts, { most: 100, keyOf: (isoDate) => isoDate })

function findLunarParts(isoDate: string): { year: string; month: string; day: string } {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' }
  const parts = formatter('zh-CN-u-ca-chinese', 'UTC', options).formatToParts(noonOf(isoDate))
  const part = (type: string) => parts.find((one) => (one.type as string) === type)?.value ?? ''
  return { year: part('yearName'), month: part('month'), day: dayInMonth(Number.parseInt(part('day'), 10)) }
}

function dayInMonth(day: number): string {
  if (day <= 10) return `初${numeral(day)}`
  if (day === 20) return '二十'
  return day > 20 && day < 30 ? `廿${numeral(day - 20)}` : numeral(day)
}

/** `十六`, and on the first of a month its name (`十月`): as a month's calendar writes the day of the Chinese calendar. */
export function lunarBrief(at: Date, zone: string): string {
  const [, month = '', day = ''] = /^(.*月)(.*)$/.exec(lunarDay(at, zone)) ?? []
  return day === '初一' ? month : day
}

/** The instant by which a day (`2026-11-24`) is named: its noon in UTC. */
export function noonOf(isoDay: string): Date {
  return new Date(`${isoDay}T12:00:00Z`)
}

/** `2026年11月24日`, `2026年11月`, `2026年`: a day, a month or a year that machines write as `2026-11-24`, `2026-11`, `2026`. */
export function dateInWords(isoDate: string, language: string): string {
  const [year = '', month, day] = isoDate.split('-')
  if (day) return dayInWords(noonOf(isoDate), 'UTC', language, true)
  if (!month) return isChinese(language) ? `${year}年` : year
  const at = noonOf(`${isoDate}-01`)
  return formatter(formatLanguage(language), 'UTC', { year: 'numeric', month: 'long' }).format(at)
}

/** `11月`: a month by itself. */
export function monthInWords(isoMonth: string, language: string): string {
  if (isChinese(language)) return `${Number(isoMonth.slice(5, 7))}月`
  return formatter(formatLanguage(language), 'UTC', { month: 'short' }).format(noonOf(`${isoMonth.slice(0, 7)}-01`))
}

/** `二〇二六年十一月二十二日`, as it is cut into a tablet. */
export function dayInNumerals(year: number, month: number, day: number): string {
  const years = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
  return `${years}年${numeral(month)}月${numeral(day)}日`
}

/** 1 to 31 in Chinese. */
function numeral(number: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? ones[tens] : ''}${tens > 0 ? '十' : ''}${ones[number % 10]}`
}

/** Making a formatter takes a hundred times as long as using it; there are a dozen for each language and zone. */
const formatter = remember(
  (language: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone }),
  { most: 200, keyOf: (...asked) => JSON.stringify(asked) },
)

function formatLanguage(language: string): string {
  return isChinese(language) || !language.toLowerCase().startsWith('en') ? language : 'en-GB'
}

import { dayInWords, isChinese, lunarDay, monthName, weekday, yearInWords } from '@/components/ui/calendar'
import { dayOf } from '@/newsroom/moment'
import type { Site } from '@/newsroom/site'

/** The heading of a day (日头): its numeral in the rail, the rest below it, the year where it is another one. */
export function DayHeading({ at, site, now }: { at: Date; site: Site; now: Date }) {
  const { zone, language } = site
  return (
    <h2 className="dayhead">
      <span className="sr-only">{dayInWords(at, zone, language, true)}</span>
      <span aria-hidden="true">
        <b>{dayOf(at, zone).day}</b>
        <span className="month-name">{monthName(at, zone, language)}</span>
        {dayOf(at, zone).year === dayOf(now, zone).year ? null : <span>{yearInWords(at, zone, language)}</span>}
        <span>{weekday(at, zone, language)}</span>
        {isChinese(language) ? <span>{lunarDay(at, zone)}</span> : null}
      </span>
    </h2>
  )
}

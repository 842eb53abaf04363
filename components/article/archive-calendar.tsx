import type { ReaderWords } from '@/messages/words'
import type { DayCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'
import { ArchiveMonthTable } from './archive-month-table'
import { ArchiveMonths } from './archive-months'

/** The calendar beside a day or a month: its month, and the months of its year. */
export function ArchiveCalendar({
  month,
  day,
  year,
  isEarlier,
  counted,
  site,
  words,
}: {
  month: string
  day?: string
  /** The days of the year that have something. */
  year: DayCount[]
  isEarlier: boolean
  counted?: boolean
  site: Site
  words: ReaderWords
}) {
  return (
    <aside className="cal" aria-label={words.archive.calendar}>
      <ArchiveMonthTable month={month} days={year} current={day} counted={counted} site={site} words={words} />
      <ArchiveMonths
        year={month.slice(0, 4)}
        days={year}
        current={month}
        isEarlier={isEarlier}
        site={site}
        words={words}
      />
    </aside>
  )
}

import { dateInWords, isChinese, lunarBrief, noonOf } from '@/components/ui/calendar'
import { monthWeeks } from '@/components/ui/month-weeks'
import type { ReaderWords } from '@/messages/words'
import { archivePathOf, type DayCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'

/** A month's calendar: the days that have something lead there. `counted` says how much each has, else the day of the Chinese calendar. */
export function ArchiveMonthTable({
  month,
  days,
  current,
  counted = false,
  site: { language },
  words,
}: {
  month: string
  /** Days of the month, or of more. */
  days: DayCount[]
  current?: string
  counted?: boolean
  site: Site
  words: ReaderWords
}) {
  const counts = new Map(days.map(({ day, articleCount }) => [day, articleCount]))
  return (
    <table className={counted ? 'month month-counted' : 'month'}>
      <caption>{dateInWords(month, language)}</caption>
      <thead>
        <tr>
          {words.archive.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (
              <td key={place}>{day ? cell(day) : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function cell(day: string) {
    const count = counts.get(day)
    const lunar = isChinese(language) ? <small>{lunarBrief(noonOf(day), 'UTC')}</small> : null
    const inside = (
      <>
        {Number(day.slice(8))}
        {lunar}
        {counted && count !== undefined ? <b title={words.articleCount(count)}>{words.count(count)}</b> : null}
      </>
    )
    if (count === undefined) return <span>{inside}</span>
    return (
      <a href={archivePathOf(day)} aria-current={day === current ? 'date' : undefined}>
        {inside}
      </a>
    )
  }
}

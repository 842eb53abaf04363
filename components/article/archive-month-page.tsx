import { Trail } from '@/components/masthead/trail'
import { dateInWords, isChinese, lunarDay, monthInWords, noonOf, weekday } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePath, archivePathOf, type DayCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'
import { ArchiveCalendar } from './archive-calendar'
import { ArchiveTurn } from './archive-turn'

type Props = {
  month: string
  days: DayCount[]
  year: DayCount[]
  isEarlier: boolean
  before: string | null
  after: string | null
  site: Site
  words: ReaderWords
}

/** A month: its calendar with how much each day has, and its days. */
export function ArchiveMonthPage({ month, days, year, isEarlier, before, after, site, words }: Props) {
  const { language } = site
  const name = dateInWords(month, language)
  const sum = (of: (day: DayCount) => number) => days.reduce((total, day) => total + of(day), 0)
  const [articles, flashes] = [sum(({ articleCount }) => articleCount), sum(({ flashCount }) => flashCount)]
  const beside = (other: string, over: string) => ({
    path: archivePathOf(other),
    over,
    name: dateInWords(other, language),
  })
  return (
    <main id="main" className="wrap page">
      <Trail
        words={words}
        steps={[
          { name: words.home, path: '/' },
          { name: words.byDay, path: archivePath },
          { name: dateInWords(month.slice(0, 4), language), path: archivePathOf(month.slice(0, 4)) },
          { name: monthInWords(month, language) },
        ]}
      />
      <div className="archive archive-month">
        <div>
          <header className="title wenwu">
            <h1>{name}</h1>
            <p className="meta">
              <span>{words.archive.counts(articles, articles - flashes, flashes)}</span>
              <span>{words.archive.onDays(days.length)}</span>
            </p>
          </header>
          <ol className="days">
            {[...days].reverse().map((day) => (
              <li key={day.day} className="cover">
                <b aria-hidden="true">{Number(day.day.slice(8))}</b>
                <a href={archivePathOf(day.day)}>
                  <span className="sr-only">{dateInWords(day.day, language)} </span>
                  {weekday(noonOf(day.day), 'UTC', language)}
                </a>
                {isChinese(language) ? <span className="lunar-day">{lunarDay(noonOf(day.day), 'UTC')}</span> : null}
                <span className="how-many">
                  {words.articleCount(day.articleCount)}
                  {day.flashCount > 0 ? <small>{words.archive.flashCount(day.flashCount)}</small> : null}
                </span>
              </li>
            ))}
          </ol>
          <ArchiveTurn
            before={before ? beside(before, words.archive.monthBefore) : words.archive.firstMonth}
            after={after ? beside(after, words.archive.monthAfter) : words.archive.lastMonth}
            words={words}
          />
        </div>
        <ArchiveCalendar month={month} year={year} isEarlier={isEarlier} counted site={site} words={words} />
      </div>
    </main>
  )
}

import { Trail } from '@/components/masthead/trail'
import {
  dateInWords,
  dayInNumerals,
  dayInWords,
  isChinese,
  lunarDay,
  monthInWords,
  noonOf,
  weekday,
} from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePath, archivePathOf, type DayCount } from '@/newsroom/archive'
import type { CategoryName } from '@/newsroom/category'
import { isoDay } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { ArchiveLedger } from './archive-ledger'
import { ArchiveCalendar } from './archive-calendar'
import { ArchiveTurn, type Beside } from './archive-turn'
import { lastMoment } from './last-moment'
import { Turn } from './turn'

type Props = {
  day: string
  counts: DayCount | null
  articles: PublishedArticle[]
  olderPath: string | null
  year: DayCount[]
  isEarlier: boolean
  before: DayCount | null
  after: DayCount | null
  nav: CategoryName[]
  site: Site
  words: ReaderWords
  now: Date
}

/** Everything of a day, with the calendar of its month beside it. `counts` is null on an older page of a busy day. */
export function ArchiveDayPage(props: Props) {
  const { day, counts, articles, olderPath, year, isEarlier, before, after, nav, site, words, now } = props
  const { language } = site
  const isFirst = counts !== null
  const today = isoDay(now, site.zone)
  const month = day.slice(0, 7)
  return (
    <main id="main" className="wrap page">
      <Trail
        words={words}
        steps={[
          { name: words.home, path: '/' },
          { name: words.byDay, path: archivePath },
          { name: dateInWords(day.slice(0, 4), language), path: archivePathOf(day.slice(0, 4)) },
          { name: monthInWords(month, language), path: archivePathOf(month) },
          { name: isChinese(language) ? `${Number(day.slice(8))}日` : String(Number(day.slice(8))) },
        ]}
      />
      <div className="archive">
        <div>
          <header className="wenwu">
            <div className="bigday">
              <b aria-hidden="true">{Number(day.slice(8))}</b>
              <div>
                <h1>
                  <span className="clause">{dayName(day, language)}</span>{' '}
                  <span className="clause">{weekday(noonOf(day), 'UTC', language)}</span>
                </h1>
                <p>
                  {isChinese(language) ? <span>{lunarDay(noonOf(day), 'UTC', true)}</span> : null}
                  <span>{counts ? countsOf(counts) : words.archive.goesOn}</span>
                </p>
              </div>
            </div>
          </header>
          <ArchiveLedger
            articles={articles}
            nav={nav}
            whole={isFirst && olderPath === null}
            site={site}
            words={words}
            now={now}
          />
          {isFirst && olderPath === null ? null : (
            <Turn
              words={words}
              newestPath={isFirst ? null : archivePathOf(day)}
              olderPath={olderPath}
              olderThan={lastMoment(articles.at(-1), site)}
            />
          )}
          <ArchiveTurn
            before={before ? beside(before, words.archive.dayBefore) : words.archive.first}
            after={after ? beside(after, words.archive.dayAfter) : words.archive.last}
            words={words}
          />
        </div>
        <ArchiveCalendar month={month} day={day} year={year} isEarlier={isEarlier} site={site} words={words} />
      </div>
    </main>
  )

  function countsOf({ articleCount, flashCount }: DayCount): string {
    return words.archive.counts(articleCount, articleCount - flashCount, flashCount)
  }

  function beside({ day: other, articleCount }: DayCount, over: string): Beside {
    const count = other === today ? words.archive.soFar(articleCount) : words.notedOf(articleCount)
    const name = dayInWords(noonOf(other), 'UTC', language, other.slice(0, 4) !== day.slice(0, 4))
    return {
      path: archivePathOf(other),
      over: `${over} · ${weekday(noonOf(other), 'UTC', language)}`,
      // The counts go on changing, and an older page does not.
      name: isFirst ? `${name}　${count}` : name,
    }
  }
}

/** `十一月二十三日`; elsewhere `23 November 2026`. */
function dayName(day: string, language: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return isChinese(language) ? dayInNumerals(year, month, date).replace(/^.*年/, '') : dateInWords(day, language)
}

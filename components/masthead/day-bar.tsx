import { dayInWords, isChinese, lunarDay, weekday } from '@/components/ui/calendar'
import { dayOf, dayPath } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

/** The day on which the paper is read, and the ways to have it come. */
export function DayBar({ site, words, now }: { site: Site; words: ReaderWords; now: Date }) {
  const { zone, language } = site
  const chinese = isChinese(language)
  return (
    <div className="daybar">
      <div className="wrap">
        <p>
          <time dateTime={dayPath(dayOf(now, zone)).replaceAll('/', '-')}>
            {dayInWords(now, zone, language, true)} {weekday(now, zone, language)}
          </time>
          {chinese ? <span className="lunar">{lunarDay(now, zone, true)}</span> : null}
        </p>
        <ul>
          <li>
            <a href="/feed.xml">{words.subscribe}</a>
          </li>
        </ul>
      </div>
    </div>
  )
}

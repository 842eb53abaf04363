import { dayInWords, isChinese, lunarDay, weekday } from '@/components/ui/calendar'
import { VariantLink } from '@/components/ui/variant-link'
import { isoDay } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

/** The day on which the paper is read, the ways to read it and to have it come. */
export function DayBar({ site, words, now, path }: { site: Site; words: ReaderWords; now: Date; path?: string }) {
  const { zone, language } = site
  const chinese = isChinese(language)
  return (
    <div className="daybar">
      <div className="wrap">
        <p>
          <time dateTime={isoDay(now, zone)}>{dayInWords(now, zone, language, true)}</time>{' '}
          <span>{weekday(now, zone, language)}</span>{' '}
          {chinese ? <span className="lunar">{lunarDay(now, zone, true)}</span> : null}
        </p>
        <ul aria-label={words.reading}>
          {path ? (
            <li>
              <VariantLink path={path} words={words} />
            </li>
          ) : null}
          <li className="scripted">
            <button type="button" data-choose="dark" value="true" aria-pressed="false">
              {words.themeDark}
            </button>
          </li>
          <li className="spare">
            <a href="/feed.xml">{words.subscribe}</a>
          </li>
        </ul>
      </div>
    </div>
  )
}

import { Trail } from '@/components/masthead/trail'
import { FreshBar } from '@/components/ui/fresh-bar'
import type { ReaderWords } from '@/messages/words'
import { flashPath } from '@/newsroom/flash'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { DayHeading } from './day-heading'
import { daysOf } from './days-of'
import { FlashHours } from './flash-hours'
import { lastMoment } from './last-moment'
import { Turn } from './turn'

type Props = {
  flashes: PublishedArticle[]
  olderPath: string | null
  /** How many there were today; null on an older page. */
  today: number | null
  site: Site
  words: ReaderWords
  now: Date
}

/** The running wire, newest first, day by day. */
export function FlashPage({ flashes, olderPath, today, site, words, now }: Props) {
  const isFirst = today !== null
  return (
    <main id="main" className="wrap page">
      {isFirst ? <FreshBar newest={flashes} kind="flash" words={words} /> : null}
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.flashes }]} />
      <header className="title wenwu">
        <h1>{words.flashes}</h1>
        <p className="meta">
          <span>{words.flash.round}</span>
          {isFirst ? <span>{words.flash.today(today)}</span> : null}
          <a href={`${flashPath}/feed.atom`}>{words.subscribeAtom}</a>
        </p>
      </header>
      {daysOf(flashes, site.zone).map((day) => (
        <section key={day.path} className="day">
          <DayHeading at={day.at} site={site} now={now} />
          <FlashHours flashes={day.articles} site={site} words={words} now={now} />
        </section>
      ))}
      {isFirst && olderPath === null ? null : (
        <Turn
          words={words}
          newestPath={isFirst ? null : flashPath}
          olderPath={olderPath}
          olderThan={lastMoment(flashes.at(-1), site)}
        />
      )}
      <p className="back">
        <a href="/">{words.backHome}</a>
        <a href="/archive">{words.byDay}</a>
      </p>
    </main>
  )
}

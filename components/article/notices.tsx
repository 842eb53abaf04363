import { Trail } from '@/components/masthead/trail'
import { dayInNumerals } from '@/components/ui/calendar'
import { inClauses } from '@/components/ui/in-clauses'
import { categoryPath, type CategoryName } from '@/newsroom/category'
import { dayOf, exactTime, rfc3339 } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'
import type { Site } from '@/newsroom/site'

type Killed = { headline: string; publishedAt: Date; killedAt: Date; reason: string }

/** What answers (410) at the address of an article that was killed: the record, and the reason in plain words. */
export function KilledNotice({ notice, site, words }: { notice: Killed; site: Site; words: ReaderWords }) {
  const { year, month, day } = dayOf(notice.killedAt, site.zone)
  return (
    <main id="main" className="wrap page">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.killedTrail }]} />
      <section className="notice" aria-labelledby="killed">
        <p className="tablet gone" aria-hidden="true">
          {words.killedTablet}
          <small>{dayInNumerals(year, month, day)}</small>
        </p>
        <div>
          <h1 id="killed">{words.killedHeading}</h1>
          <p className="why">{notice.reason}</p>
          <dl className="record">
            <div>
              <dt>{words.recordHeadline}</dt>
              <dd {...inClauses(notice.headline, 22)} />
            </div>
            <RecordedTime name={words.recordPublished} at={notice.publishedAt} site={site} />
            <RecordedTime name={words.recordKilled} at={notice.killedAt} site={site} />
          </dl>
          <p className="meta">{words.killedStatus}</p>
          <p className="back">
            <a href="/">{words.backHome}</a>
            <a href="/categories">{words.allCategories}</a>
          </p>
        </div>
        <aside className="side wenwu" aria-labelledby="killed-or-corrected">
          <h2 id="killed-or-corrected">{words.killedOrCorrectedHeading}</h2>
          <p>{words.killedOrCorrected}</p>
        </aside>
      </section>
    </main>
  )
}

function RecordedTime({ name, at, site }: { name: string; at: Date; site: Site }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <time dateTime={rfc3339(at, site.zone)}>{exactTime(at, site.zone, site.language)}</time>
      </dd>
    </div>
  )
}

type Missing = { words: ReaderWords; nav: CategoryName[]; days?: { name: string; path: string }[] }

/** What answers (404) where nothing was ever published: the ways on. `days` lead to whole days, once there are such pages. */
export function MissingNotice({ words, nav, days = [] }: Missing) {
  return (
    <main id="main" className="wrap page">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.missingTrail }]} />
      <section className="notice" aria-labelledby="missing">
        <p className="tablet" aria-hidden="true">
          {words.missingTablet}
        </p>
        <div>
          <h1 id="missing">{words.missingHeading}</h1>
          <p className="why">{words.missingWhy}</p>
          <Ways name={words.waysOn} ways={nav.map(({ slug, name }) => ({ name, path: categoryPath(slug) }))} />
          <Ways name={words.byDay} ways={days} />
          <p className="back">
            <a href="/">{words.backHome}</a>
            <a href="/categories">{words.allCategories}</a>
          </p>
        </div>
      </section>
    </main>
  )
}

function Ways({ name, ways }: { name: string; ways: { name: string; path: string }[] }) {
  if (ways.length === 0) return null
  return (
    <nav className="ways" aria-label={name}>
      <ul>
        {ways.map((way) => (
          <li key={way.path}>
            <a href={way.path}>{way.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

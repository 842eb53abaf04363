import { Trail } from '@/components/masthead/trail'
import { dateInWords } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePathOf, type StretchCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'
import { ArchiveStretches } from './archive-stretches'

/** All that was ever published, year by year and month by month, newest first. */
export function ArchivePage({ months, site, words }: { months: StretchCount[]; site: Site; words: ReaderWords }) {
  const years = new Map<string, StretchCount[]>()
  for (const month of [...months].reverse()) {
    const year = month.name.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), month])
  }
  const total = months.reduce((sum, { articleCount }) => sum + articleCount, 0)
  return (
    <main id="main" className="wrap page">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.byDay }]} />
      <header className="title wenwu">
        <h1>{words.byDay}</h1>
        <p className="meta">{words.articleCount(total)}</p>
      </header>
      {[...years].map(([year, itsMonths]) => (
        <section key={year} className="year" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>
            <a href={archivePathOf(year)}>{dateInWords(year, site.language)}</a>
          </h2>
          <ArchiveStretches stretches={itsMonths} site={site} words={words} />
        </section>
      ))}
    </main>
  )
}

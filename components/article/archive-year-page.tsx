import { Trail } from '@/components/masthead/trail'
import { dateInWords } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePath, archivePathOf, type StretchCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'
import { ArchiveStretches } from './archive-stretches'
import { ArchiveTurn } from './archive-turn'

type Props = {
  year: string
  months: StretchCount[]
  before: string | null
  after: string | null
  site: Site
  words: ReaderWords
}

/** A year: its months, each with how much it has. */
export function ArchiveYearPage({ year, months, before, after, site, words }: Props) {
  const name = dateInWords(year, site.language)
  const total = months.reduce((sum, { articleCount }) => sum + articleCount, 0)
  const beside = (other: string, over: string) => ({
    path: archivePathOf(other),
    over,
    name: dateInWords(other, site.language),
  })
  return (
    <main id="main" className="wrap page">
      <Trail
        words={words}
        steps={[{ name: words.home, path: '/' }, { name: words.byDay, path: archivePath }, { name }]}
      />
      <header className="title wenwu">
        <h1>{name}</h1>
        <p className="meta">{words.articleCount(total)}</p>
      </header>
      <ArchiveStretches stretches={[...months].reverse()} site={site} words={words} />
      <ArchiveTurn
        before={before ? beside(before, words.archive.yearBefore) : words.archive.firstYear}
        after={after ? beside(after, words.archive.yearAfter) : words.archive.lastYear}
        words={words}
      />
    </main>
  )
}

import { dateInWords, monthInWords } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePath, archivePathOf, type DayCount, sumDays } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'

/** The months of a year that have something, and the way to earlier years. */
export function ArchiveMonths({
  year,
  days,
  current,
  isEarlier,
  site: { language },
  words,
}: {
  year: string
  days: DayCount[]
  current?: string
  isEarlier: boolean
  site: Site
  words: ReaderWords
}) {
  return (
    <nav className="months" aria-label={words.archive.monthsOf(dateInWords(year, language))}>
      {sumDays(days, 7).map(({ name }) => (
        <a key={name} href={archivePathOf(name)} aria-current={name === current ? 'true' : undefined}>
          {monthInWords(name, language)}
        </a>
      ))}
      {isEarlier ? <a href={archivePath}>{words.archive.earlier}</a> : null}
    </nav>
  )
}

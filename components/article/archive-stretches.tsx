import { monthInWords } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import { archivePathOf, type StretchCount } from '@/newsroom/archive'
import type { Site } from '@/newsroom/site'

/** Months with how many articles each has, and on how many days. */
export function ArchiveStretches({
  stretches,
  site,
  words,
}: {
  stretches: StretchCount[]
  site: Site
  words: ReaderWords
}) {
  return (
    <ol className="stretches">
      {stretches.map(({ name, articleCount, dayCount }) => (
        <li key={name} className="cover">
          <a href={archivePathOf(name)}>{monthInWords(name, site.language)}</a>
          <span>
            {words.articleCount(articleCount)}
            <small>{words.archive.onDays(dayCount)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

import { exactTime, rfc3339 } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'
import type { Correction } from '@/newsroom/correction'
import type { Site } from '@/newsroom/site'

/** Where the notes stand on an article's page. */
export const notesId = 'correction'

/** What was put right in an article, below its text, each note with its date. */
export function CorrectionNotes({
  corrections,
  site,
  words,
}: {
  corrections: Correction[]
  site: Site
  words: ReaderWords
}) {
  return corrections.map(({ at, text }, index) => (
    <section
      key={index}
      className="correction"
      id={index === 0 ? notesId : undefined}
      aria-labelledby={`correction-${index}`}
    >
      <h2 id={`correction-${index}`}>
        {words.correction}
        <time dateTime={rfc3339(at, site.zone)}>{exactTime(at, site.zone, site.language)}</time>
      </h2>
      <p>{text}</p>
    </section>
  ))
}

import { Trail } from '@/components/masthead/trail'
import { exactTime, rfc3339 } from '@/newsroom/moment'
import type { ReaderWords } from '@/messages/words'
import { correctionsPath, type ListedCorrection } from '@/newsroom/correction'
import type { Site } from '@/newsroom/site'
import { CorrectionAbout } from './correction-about'
import { Turn } from './turn'

type Props = {
  corrections: ListedCorrection[]
  olderPath: string | null
  isFirst: boolean
  site: Site
  words: ReaderWords
}

/** What was put right in what readers can see, newest first. */
export function CorrectionsPage({ corrections, olderPath, isFirst, site, words }: Props) {
  const last = corrections.at(-1)
  return (
    <main id="main" className="wrap page">
      <Trail words={words} steps={[{ name: words.home, path: '/' }, { name: words.corrections }]} />
      <header className="title wenwu">
        <h1>{words.corrections}</h1>
        <p>{words.correctionsLead}</p>
        <p className="meta">
          <a href={`${correctionsPath}/feed.atom`}>{words.subscribeAtom}</a>
        </p>
      </header>
      {corrections.length === 0 ? <p className="nothing">{words.noCorrections}</p> : null}
      {last ? (
        <ol className="corrections">
          {corrections.map((correction) => (
            <li key={correction.id}>
              <time dateTime={rfc3339(correction.at, site.zone)}>
                {exactTime(correction.at, site.zone, site.language)}
              </time>
              <p>
                <CorrectionAbout correction={correction} site={site} words={words} />
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      {isFirst && olderPath === null ? null : (
        <Turn
          words={words}
          newestPath={isFirst ? null : correctionsPath}
          olderPath={olderPath}
          olderThan={last ? exactTime(last.at, site.zone, site.language) : ''}
        />
      )}
    </main>
  )
}

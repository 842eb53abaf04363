import { CorrectionAbout } from '@/components/article/correction-about'
import type { ReaderWords } from '@/messages/words'
import { correctionsPath, type ListedCorrection } from '@/newsroom/correction'
import type { Site } from '@/newsroom/site'

/** One line at the foot of the front: what was put right last, and the way to all of it. */
export function Errata({
  latest,
  site,
  words,
}: {
  latest: ListedCorrection & { count: number; isMore: boolean }
  site: Site
  words: ReaderWords
}) {
  return (
    <section className="errata" aria-labelledby="errata">
      <h2 id="errata">{words.corrections}</h2>
      <p>
        <CorrectionAbout correction={latest} site={site} words={words} />
      </p>
      <a href={correctionsPath}>{words.correctionsOfLate(`${latest.count}${latest.isMore ? '+' : ''}`)}</a>
    </section>
  )
}

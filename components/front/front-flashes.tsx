import { Moment } from '@/components/ui/moment'
import { PartHeading } from '@/components/ui/part-heading'
import { HeadlineLink } from '@/components/ui/headline-link'
import type { ReaderWords } from '@/messages/words'
import { flashPath } from '@/newsroom/flash'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** The running wire beside the lead: a time and a sentence each, the urgent ones in red. */
export function FrontFlashes({
  flashes,
  site,
  words,
  now,
}: {
  flashes: PublishedArticle[]
  site: Site
  words: ReaderWords
  now: Date
}) {
  return (
    <section className="front-flash wenwu" aria-labelledby="front-flashes">
      <PartHeading id="front-flashes" name={words.flashes} live more={{ name: words.flash.all, path: flashPath }} />
      <ol className="flashes">
        {flashes.map((flash) => (
          <li key={flash.id} className={flash.urgent ? 'cover urgent' : 'cover'}>
            <Moment
              at={flash.publishedAt}
              zone={site.zone}
              language={site.language}
              words={words}
              now={now}
              style="brief"
            />
            <HeadlineLink article={flash} most={17} />
          </li>
        ))}
      </ol>
    </section>
  )
}

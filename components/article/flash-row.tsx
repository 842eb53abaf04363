import { HeadlineLink } from '@/components/ui/headline-link'
import { OtherTwins } from '@/components/ui/other-twins'
import { Moment } from '@/components/ui/moment'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** A flash in a list: the time and the sentence. */
export function FlashRow({
  article,
  site,
  words,
  now,
}: {
  article: PublishedArticle
  site: Site
  words: ReaderWords
  now: Date
}) {
  return (
    <li className={article.urgent ? 'flash cover urgent' : 'flash cover'}>
      <Moment
        at={article.publishedAt}
        zone={site.zone}
        language={site.language}
        words={words}
        now={now}
        style="clock"
      />
      <h3>
        <HeadlineLink article={article} most={18} />
      </h3>
      <OtherTwins article={article} words={words} />
    </li>
  )
}

import { Moment, type MomentStyle } from './moment'
import { OtherTwins } from './other-twins'
import { creditOf } from './summary-of'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

/** Who and when, below a headline. */
export function StoryMeta(props: {
  article: PublishedArticle
  site: Site
  words: ReaderWords
  now: Date
  style?: MomentStyle
}) {
  const { article, site, words, now, style = 'list' } = props
  const credit = creditOf(article)
  return (
    <p className="meta">
      {credit ? <span>{credit}</span> : null}
      <Moment
        at={article.publishedAt}
        zone={site.zone}
        language={site.language}
        words={words}
        now={now}
        style={style}
      />
      <OtherTwins article={article} words={words} />
    </p>
  )
}

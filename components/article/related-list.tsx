import { HeadlineLink } from '@/components/ui/headline-link'
import { Moment } from '@/components/ui/moment'
import { PartHeading } from '@/components/ui/part-heading'
import type { ReaderWords } from '@/messages/words'
import type { ArticleLine } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  id: string
  name: string
  articles: ArticleLine[]
  /** Named by who reports it, and not by where it stands. */
  bySource?: boolean
  site: Site
  words: ReaderWords
  now: Date
}

/** A short list beside an article. */
export function RelatedList({ id, name, articles, bySource = false, site, words, now }: Props) {
  return (
    <section className="wenwu" aria-labelledby={id}>
      <PartHeading id={id} name={name} />
      <ul className="reports">
        {articles.map((article) => (
          <li key={article.id} className="cover">
            <h3>
              <HeadlineLink article={article} most={15} />
            </h3>
            <p className="meta">
              <span>{bySource ? (article.source?.name ?? article.category.name) : article.category.name}</span>
              <Moment
                at={article.publishedAt}
                zone={site.zone}
                language={site.language}
                words={words}
                now={now}
                style="list"
              />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

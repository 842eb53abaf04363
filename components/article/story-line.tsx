import { HeadlineLink } from '@/components/ui/headline-link'
import { inClauses } from '@/components/ui/in-clauses'
import { Moment } from '@/components/ui/moment'
import type { ReaderWords } from '@/messages/words'
import type { ArticleLine } from '@/newsroom/published-article'
import { storyName } from '@/newsroom/related/beside'
import type { Site } from '@/newsroom/site'

type Props = {
  article: ArticleLine
  reports: ArticleLine[]
  /** Of the whole story. */
  count: number
  site: Site
  words: ReaderWords
  now: Date
}

/** The reports of one story (前情) with who has each, newest first, the one being read marked among them. */
export function StoryLine({ article, reports, count, site, words, now }: Props) {
  const line = [article, ...reports].sort(
    (one, other) => other.publishedAt.getTime() - one.publishedAt.getTime() || other.id - one.id,
  )
  const name = storyName(article, reports)
  return (
    <section className="wenwu" aria-labelledby="story-line">
      <div className="part">
        <h2 id="story-line">{name === null ? words.earlier : words.storyLine(name)}</h2>
        {count > line.length ? <span className="more">{words.reportCount(count)}</span> : null}
      </div>
      <ol className="story-line">
        {line.map((report) => (
          <li key={report.id} className={report.id === article.id ? 'now' : 'cover'}>
            <p className="meta">
              <Moment
                at={report.publishedAt}
                zone={site.zone}
                language={site.language}
                words={words}
                now={now}
                style="list"
              />
              {report.source?.name ? <span>{report.source.name}</span> : null}
            </p>
            {report.id === article.id ? (
              <strong aria-current="page" {...inClauses(report.headline, 15)} />
            ) : (
              <HeadlineLink article={report} most={15} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

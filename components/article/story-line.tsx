import { Clauses } from '@/components/ui/clauses'
import { Moment } from '@/components/ui/moment'
import { PartHeading } from '@/components/ui/part-heading'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  tag: string
  article: PublishedArticle
  reports: PublishedArticle[]
  site: Site
  words: ReaderWords
  now: Date
}

/** The reports of one story (前情), newest first, the one being read marked among them. */
export function StoryLine({ tag, article, reports, site, words, now }: Props) {
  const line = [article, ...reports].sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
  return (
    <section className="wenwu" aria-labelledby="story-line">
      <PartHeading id="story-line" name={words.storyLine(tag)} />
      <ol className="story-line">
        {line.map((report) => (
          <li key={report.id} className={report.id === article.id ? 'now' : 'cover'}>
            <Moment
              at={report.publishedAt}
              zone={site.zone}
              language={site.language}
              words={words}
              now={now}
              style="list"
            />
            {report.id === article.id ? (
              <strong aria-current="page">
                <Clauses text={report.headline} most={15} />
              </strong>
            ) : (
              <a href={report.path}>
                <Clauses text={report.headline} most={15} />
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

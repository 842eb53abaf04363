import { StoryLine } from './story-line'
import { Moment } from '@/components/ui/moment'
import { HeadlineLink } from '@/components/ui/headline-link'
import { PartHeading } from '@/components/ui/part-heading'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  article: PublishedArticle
  related: PublishedArticle[]
  twins: PublishedArticle[]
  site: Site
  words: ReaderWords
  now: Date
}

/** What stands beside an article: the story so far where reports share a tag, else what is related; and its twins. */
export function Beside({ article, related, twins, site, words, now }: Props) {
  if (related.length === 0 && twins.length === 0) return null
  const context = { site, words, now }
  const tag = article.tags.find((one) => related.some(({ tags }) => tags.includes(one)))
  const line = tag ? related.filter(({ tags }) => tags.includes(tag)) : []
  const others = tag ? related.filter(({ tags }) => !tags.includes(tag)) : related
  return (
    <aside className="side" aria-label={words.beside}>
      {tag ? <StoryLine tag={tag} article={article} reports={line} {...context} /> : null}
      {others.length > 0 ? <Reports id="related" name={words.related} articles={others} {...context} /> : null}
      {twins.length > 0 ? <Reports id="twins" name={words.twins} articles={twins} bySource {...context} /> : null}
    </aside>
  )
}

type ReportsProps = {
  id: string
  name: string
  articles: PublishedArticle[]
  bySource?: boolean
  site: Site
  words: ReaderWords
  now: Date
}

function Reports({ id, name, articles, bySource = false, site, words, now }: ReportsProps) {
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

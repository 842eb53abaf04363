import { DayHeading } from './day-heading'
import { daysOf } from './days-of'
import { FlashRow } from './flash-row'
import { StoryRow } from './story-row'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  articles: PublishedArticle[]
  /** Whether the newest report opens larger. */
  opens: boolean
  site: Site
  words: ReaderWords
  now: Date
}

/** A page of a list, newest first, day by day. */
export function ArticleDays({ articles, opens, site, words, now }: Props) {
  const openingId = opens ? articles.find(({ kind }) => kind === 'story')?.id : undefined
  return daysOf(articles, site.zone).map((day) => (
    <section key={day.path} className="day">
      <DayHeading at={day.at} site={site} now={now} />
      <ul className="list">
        {day.articles.map((article) =>
          article.kind === 'flash' ? (
            <FlashRow key={article.id} article={article} site={site} words={words} now={now} />
          ) : (
            <StoryRow
              key={article.id}
              article={article}
              opening={article.id === openingId}
              site={site}
              words={words}
              now={now}
            />
          ),
        )}
      </ul>
    </section>
  ))
}

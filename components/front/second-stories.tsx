import { HeadlineLink } from '@/components/ui/headline-link'
import { PictureBox } from '@/components/ui/picture-box'
import { StoryMeta } from '@/components/ui/story-meta'
import { summaryOf } from '@/components/ui/summary-of'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = { articles: PublishedArticle[]; spoken: boolean; site: Site; words: ReaderWords; now: Date }

/** The secondary stories, three in a row: the first three say a sentence, the others too where `spoken`. */
export function SecondStories({ articles, spoken, site, words, now }: Props) {
  return (
    <div className="seconds">
      {articles.map((article, at) => (
        <article key={article.id} className="story cover">
          <h3>
            <HeadlineLink article={article} most={14} />
          </h3>
          {at < 3 || spoken ? <Sentence article={article} /> : null}
          <StoryMeta article={article} site={site} words={words} now={now} />
          {article.picture ? (
            <div className="thumb">
              <PictureBox picture={article.picture} mute />
            </div>
          ) : null}
        </article>
      ))}
    </div>
  )
}

function Sentence({ article }: { article: PublishedArticle }) {
  const summary = summaryOf(article)
  return summary ? <p className="sentence">{summary}</p> : null
}

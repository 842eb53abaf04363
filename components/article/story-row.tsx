import { HeadlineLink } from '@/components/ui/headline-link'
import { PictureBox } from '@/components/ui/picture-box'
import { StoryMeta } from '@/components/ui/story-meta'
import { summaryOf } from '@/components/ui/summary-of'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = { article: PublishedArticle; opening: boolean; site: Site; words: ReaderWords; now: Date }

/** A report in a list, with its picture where it has one; the newest opens larger. */
export function StoryRow({ article, opening, site, words, now }: Props) {
  const summary = summaryOf(article)
  return (
    <li className={`entry cover ${article.picture ? 'pictured' : ''} ${opening ? 'opening' : ''}`}>
      <div>
        <h3>
          <HeadlineLink article={article} most={opening ? 18 : 22} />
        </h3>
        {summary ? <p>{summary}</p> : null}
        <StoryMeta article={article} site={site} words={words} now={now} style="clock" />
      </div>
      {article.picture ? (
        <div className="shot">
          <PictureBox picture={article.picture} mute />
        </div>
      ) : null}
    </li>
  )
}

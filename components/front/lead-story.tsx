import { HeadlineLink } from '@/components/ui/headline-link'
import { PictureBox } from '@/components/ui/picture-box'
import { PictureCaption } from '@/components/ui/picture-caption'
import { StoryMeta } from '@/components/ui/story-meta'
import { summaryOf } from '@/components/ui/summary-of'
import { textWidth } from '@/components/ui/headline-words'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = { lead: PublishedArticle; also: PublishedArticle[]; site: Site; words: ReaderWords; now: Date }

/** The lead (头条): a banner over its picture, its standfirst, and other reports of the same story. */
export function LeadStory({ lead, also, site, words, now }: Props) {
  const { picture, kicker } = lead
  const summary = summaryOf(lead)
  return (
    <article className={`lead ${picture ? 'lead-pictured' : 'lead-plain'} ${also.length > 0 ? 'lead-also' : ''}`}>
      <header>
        {kicker ? <p className={lead.urgent ? 'kicker urgent' : 'kicker'}>{kicker}</p> : null}
        <h2 className={textWidth(lead.headline) > 26 ? 'long' : undefined}>
          <HeadlineLink article={lead} most={20} />
        </h2>
      </header>
      {picture ? (
        <figure>
          <a href={lead.path} tabIndex={-1}>
            <PictureBox picture={picture} eager />
          </a>
          <PictureCaption picture={picture} />
        </figure>
      ) : null}
      <div className="brief">
        {summary ? <p className="standfirst">{summary}</p> : null}
        <StoryMeta article={lead} site={site} words={words} now={now} />
      </div>
      {also.length > 0 ? (
        <ul className="also">
          {also.map((article) => (
            <li key={article.id} className="cover">
              {article.category.slug === lead.category.slug ? null : <b>{article.category.name}</b>}
              <HeadlineLink article={article} most={13} />
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

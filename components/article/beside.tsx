import { RelatedList } from './related-list'
import { StoryLine } from './story-line'
import type { ReaderWords } from '@/messages/words'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Beside as BesideArticle } from '@/newsroom/related/beside'
import type { Site } from '@/newsroom/site'

type Props = { article: PublishedArticle; beside: BesideArticle; site: Site; words: ReaderWords; now: Date }

/** What stands beside an article: the story so far, who else has the same report, and what is related. */
export function Beside({ article, beside, site, words, now }: Props) {
  const { reports, reportCount, twins, related } = beside
  if ([reports, twins, related].every(({ length }) => length === 0)) return null
  const context = { site, words, now }
  return (
    <aside className="side" aria-label={words.beside}>
      {reports.length > 0 ? <StoryLine article={article} reports={reports} count={reportCount} {...context} /> : null}
      {twins.length > 0 ? <RelatedList id="twins" name={words.twins} articles={twins} bySource {...context} /> : null}
      {related.length > 0 ? <RelatedList id="related" name={words.related} articles={related} {...context} /> : null}
    </aside>
  )
}

import { dayInWords } from '@/components/ui/calendar'
import { inClauses } from '@/components/ui/in-clauses'
import { Moment } from '@/components/ui/moment'
import { textWidth } from '@/components/ui/headline-words'
import type { ReaderWords } from '@/messages/words'
import type { ArticleLists } from '@/newsroom/article-lists'
import { bylineParts } from '@/newsroom/byline'
import { clockTime, isoDay } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'
import { notesId } from './correction-notes'

/** Kicker, headline, standfirst, and the line that says whose it is and when it was published. */
export function ArticleHead({
  article,
  lists,
  site,
  words,
  now,
}: {
  article: PublishedArticle
  lists?: ArticleLists
  site: Site
  words: ReaderWords
  now: Date
}) {
  const { kicker, urgent, headline, standfirst, source, byline, publishedAt, correctedAt, kind } = article
  return (
    <header className="head">
      {kicker ? <p className={urgent ? 'kicker urgent' : 'kicker'}>{kicker}</p> : null}
      <h1
        className={textWidth(headline) > 26 ? 'long' : undefined}
        {...inClauses(headline, kind === 'flash' ? 24 : 20)}
      />
      {standfirst ? <p className="standfirst">{standfirst}</p> : null}
      <p className="byline">
        {source?.name ? (
          <span>
            {words.byTitle}
            {lists?.source ? <a href={lists.source}>{source.name}</a> : source.name}
          </span>
        ) : null}
        {byline ? <span>{lists ? <Byline byline={byline} lists={lists} /> : byline}</span> : null}
        <Moment at={publishedAt} zone={site.zone} language={site.language} words={words} now={now} style="exact" />
        {correctedAt ? (
          <span>
            {words.correctedAt(correctedTime(correctedAt, publishedAt, site))}
            <a href={`#${notesId}`}>{words.seeBelow}</a>
          </span>
        ) : null}
      </p>
    </header>
  )
}

/** The credit line as it is printed, each person leading to what else is theirs. */
function Byline({ byline, lists }: { byline: string; lists: ArticleLists }) {
  return bylineParts(byline).map(({ text, isAuthor }, at) => {
    const address = isAuthor ? lists.authors.get(text) : undefined
    return address ? (
      <a key={at} href={address} rel="author">
        {text}
      </a>
    ) : (
      text
    )
  })
}

/** The hour, where it was on the day of publication; else the day. */
function correctedTime(at: Date, publishedAt: Date, { zone, language }: Site): string {
  return isoDay(at, zone) === isoDay(publishedAt, zone) ? clockTime(at, zone) : dayInWords(at, zone, language)
}

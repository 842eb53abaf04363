import { Fragment } from 'react'
import { HeadlineLink } from '@/components/ui/headline-link'
import { Moment } from '@/components/ui/moment'
import { creditOf, summaryOf } from '@/components/ui/summary-of'
import type { ReaderWords } from '@/messages/words'
import { clockTime } from '@/newsroom/moment'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = { flashes: PublishedArticle[]; site: Site; words: ReaderWords; now: Date }

/** Flashes of one day with their sentences; in a busy hour a line says where it begins. */
export function FlashHours({ flashes, site, words, now }: Props) {
  const hours = flashes.map(({ publishedAt }) => Number(clockTime(publishedAt, site.zone).slice(0, 2)))
  return (
    <ol className="wire">
      {flashes.map((flash, at) => {
        const hour = hours[at] ?? 0
        const begins = at > 0 && hour !== hours[at - 1] && hours.filter((one) => one === hour).length >= busy
        return (
          <Fragment key={flash.id}>
            {begins ? <li className="hour-mark">{words.flash.hour(hour)}</li> : null}
            <Wire flash={flash} site={site} words={words} now={now} />
          </Fragment>
        )
      })}
    </ol>
  )
}

/** Flashes in an hour. */
const busy = 4

function Wire({ flash, site, words, now }: { flash: PublishedArticle } & Omit<Props, 'flashes'>) {
  const summary = summaryOf(flash)
  return (
    <li className={flash.urgent ? 'urgent' : undefined}>
      <Moment at={flash.publishedAt} zone={site.zone} language={site.language} words={words} now={now} style="clock" />
      <div>
        <h3>
          <HeadlineLink article={flash} most={22} />
        </h3>
        {summary ? <p>{summary}</p> : null}
      </div>
      <p className="meta">
        {creditOf(flash) ? <span>{creditOf(flash)}</span> : null}
        <span>{flash.category.name}</span>
      </p>
    </li>
  )
}

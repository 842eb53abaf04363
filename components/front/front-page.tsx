import { EmptyFront } from './empty-front'
import { Errata } from './errata'
import { FactsStrip } from './facts-strip'
import { FrontFlashes } from './front-flashes'
import { LeadStory } from './lead-story'
import { PictureSet } from './picture-set'
import { SecondStories } from './second-stories'
import { ShelfGrid } from './shelf-grid'
import { FreshBar } from '@/components/ui/fresh-bar'
import { dayInWords } from '@/components/ui/calendar'
import type { ReaderWords } from '@/messages/words'
import type { ListedCorrection } from '@/newsroom/correction'
import type { Front } from '@/newsroom/front'
import type { PublishedArticle } from '@/newsroom/published-article'
import type { Site } from '@/newsroom/site'

type Props = {
  front: Front
  /** The newest articles of the whole paper, on the front or not. */
  newest: PublishedArticle[]
  /** What was corrected in the last days. */
  corrected: (ListedCorrection & { count: number; isMore: boolean }) | null
  site: Site
  words: ReaderWords
  now: Date
}

/** The first page. Each part may be missing, and the others close the gap. */
export function FrontPage({ front, newest, corrected, site, words, now }: Props) {
  if (isEmpty(front)) return <EmptyFront site={site} words={words} />
  const context = { site, words, now }
  const { lead, also, flashes, seconds, facts, pictures, shelves, moreCategories } = front
  const before = pictures.length > 0 ? 6 : shelves.length
  return (
    <main id="main" className="wrap page front">
      <FreshBar newest={newest} words={words} />
      <h1 className="sr-only">{words.frontHeading(site.name, dayInWords(now, site.zone, site.language, true))}</h1>
      <div className={`top ${shape(front)}`}>
        {lead ? <LeadStory lead={lead} also={also} {...context} /> : null}
        {seconds.length > 0 ? <SecondStories articles={seconds} spoken={!lead?.picture} {...context} /> : null}
        {flashes.length > 0 ? <FrontFlashes flashes={flashes} {...context} /> : null}
      </div>
      {facts.length > 0 ? <FactsStrip facts={facts} words={words} /> : null}
      <ShelfGrid shelves={shelves.slice(0, before)} {...context} />
      {pictures.length > 0 ? <PictureSet articles={pictures} words={words} /> : null}
      <ShelfGrid shelves={shelves.slice(before)} {...context} />
      {moreCategories ? (
        <p className="all-shelves">
          <a href="/categories">
            <span>{words.moreCategories}</span> <b>{words.allCategories}</b>
          </a>
        </p>
      ) : null}
      {corrected ? <Errata latest={corrected} site={site} words={words} /> : null}
    </main>
  )
}

function shape({ lead, seconds, flashes }: Front): string {
  if (!lead && seconds.length === 0) return 'top-flashes'
  return flashes.length === 0 ? 'top-stories' : 'top-both'
}

function isEmpty({ lead, also, flashes, seconds, pictures, shelves }: Front): boolean {
  return !lead && [also, flashes, seconds, pictures, shelves].every(({ length }) => length === 0)
}

import { CategoryNav } from './category-nav'
import { DayBar } from './day-bar'
import { Nameplate } from './nameplate'
import type { ReaderWords } from '@/messages/words'
import type { CategoryName } from '@/newsroom/category'
import type { Lists, Site } from '@/newsroom/site'

/**
 * The head of every reader's page (报头): skip link, day, nameplate, columns. Expects the page to hold `<main id="main">`.
 * `slim` on all pages but the front; `current` is the slug one stands in, or `home`, or `categories`; `path` the page's own,
 * where it has a variant in large print.
 */
export function Masthead(props: {
  site: Site
  words: ReaderWords
  nav: CategoryName[]
  lists: Lists
  now: Date
  current?: string
  slim?: boolean
  path?: string
}) {
  const { site, words, nav, lists, now, current, slim = false, path } = props
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className={slim ? 'masthead masthead-slim' : 'masthead'}>
        <DayBar site={site} words={words} now={now} path={path} />
        <div className="wrap plate">
          <Nameplate site={site} words={words} />
          {site.description ? <p className="ear">{site.description}</p> : null}
        </div>
        <CategoryNav nav={nav} lists={lists} words={words} current={current} />
      </header>
    </>
  )
}

import { categoryPath, type CategoryName } from '@/newsroom/category'
import { textWidth } from '@/components/ui/headline-words'
import { flashPath } from '@/newsroom/flash'
import type { Lists } from '@/newsroom/site'
import { SearchForm } from './search-form'
import type { ReaderWords } from '@/messages/words'

/** The columns of the paper in one line; the way to all of them never scrolls away. */
export function CategoryNav({
  nav,
  lists,
  words,
  current,
}: {
  nav: CategoryName[]
  lists: Lists
  words: ReaderWords
  current?: string
}) {
  const fitting = thatFit(nav, lists.flashes ? words.flashes : null)
  const page = (slug: string) => (slug === current ? ('page' as const) : undefined)
  return (
    <div className="columns-nav">
      <nav
        className={lineWidth(fitting) + wireWidth(lists.flashes ? words.flashes : null) > ROOMY ? 'wrap dense' : 'wrap'}
        aria-label={words.mainNav}
      >
        <ul>
          <li>
            <a href="/" aria-current={page('home')}>
              {words.home}
            </a>
          </li>
          {lists.flashes ? (
            <li>
              <a className="live" href={flashPath} aria-current={page('flash')}>
                {words.flashes}
              </a>
            </li>
          ) : null}
          {fitting.map(({ slug, name }) => (
            <li key={slug}>
              <a href={categoryPath(slug)} aria-current={page(slug)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <a className="all" href="/categories" aria-current={page('categories')}>
          {words.allCategories}
        </a>
        <a className="all to-search" href="/search" aria-current={page('search')}>
          {words.search.name}
        </a>
        <SearchForm words={words} />
      </nav>
    </div>
  )
}

/** How much of the line there is beside 首页 and 全部栏目, in characters: set roomily, and set densely. */
const ROOMY = 68
const DENSE = 76
const MARGINS = { roomy: 1.5, dense: 1.1 }

function lineWidth(nav: CategoryName[], margin = MARGINS.roomy): number {
  return nav.reduce((sum, { name }) => sum + textWidth(name) + margin, 0)
}

/** As many columns as one line holds; the others are a step away, under 全部栏目. */
function thatFit(nav: CategoryName[], wire: string | null): CategoryName[] {
  const most = nav.slice(0, 12)
  while (most.length > 1 && lineWidth(most, MARGINS.dense) + wireWidth(wire, MARGINS.dense) > DENSE) most.pop()
  return most
}

/** The way to the running wire, with its mark. */
function wireWidth(wire: string | null, margin = MARGINS.roomy): number {
  return wire === null ? 0 : textWidth(wire) + 1 + margin
}

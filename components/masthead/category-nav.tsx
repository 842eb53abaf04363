import { categoryPath, type CategoryName } from '@/newsroom/category'
import { textWidth } from '@/components/ui/headline-words'
import { SearchForm } from './search-form'
import type { ReaderWords } from '@/messages/words'

/** The columns of the paper in one line; the way to all of them never scrolls away. */
export function CategoryNav({ nav, words, current }: { nav: CategoryName[]; words: ReaderWords; current?: string }) {
  const page = (slug: string) => (slug === current ? ('page' as const) : undefined)
  return (
    <div className="columns-nav">
      <nav className={lineWidth(thatFit(nav)) > ROOMY ? 'wrap dense' : 'wrap'} aria-label={words.mainNav}>
        <ul>
          <li>
            <a href="/" aria-current={page('home')}>
              {words.home}
            </a>
          </li>
          {thatFit(nav).map(({ slug, name }) => (
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
function thatFit(nav: CategoryName[]): CategoryName[] {
  const most = nav.slice(0, 12)
  while (most.length > 1 && lineWidth(most, MARGINS.dense) > DENSE) most.pop()
  return most
}

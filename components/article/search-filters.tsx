import type { ReaderWords } from '@/messages/words'
import { dayPath } from '@/newsroom/moment'
import type { Field } from '@/newsroom/search/fields'
import type { Query } from '@/newsroom/search/read-query'
import type { SearchResult } from '@/newsroom/search/search-result'
import { writeQuery } from '@/newsroom/search/write-query'

type Props = Pick<SearchResult, 'query' | 'isMore' | 'categories' | 'sources' | 'months'> & {
  words: ReaderWords
  /** The order in which one reads, as addresses say it. */
  order: string
}

/** What the articles found can be narrowed to, as links: each is a query of its own that can be typed as well. */
export function SearchFilters({ query, isMore, categories, sources, months, words, order }: Props) {
  const address = (narrowed: Query) =>
    `/search?q=${encodeURIComponent(writeQuery(narrowed, words.search.fields))}${order}`
  const without = (field: Field) => query.filters.filter((filter) => filter.field !== field)
  const filed = (field: Field) => ({
    chosen: query.filters.find((filter) => filter.field === field)?.value ?? null,
    to: (value: string | null) =>
      address({ ...query, filters: [...without(field), ...(value === null ? [] : [{ field, value }])] }),
  })
  const month = {
    chosen: months.find(({ name }) => isJust(query, monthBounds(name)))?.name ?? null,
    to: (value: string | null) => address({ ...query, ...(value === null ? noBounds : monthBounds(value)) }),
  }
  const groups = [
    { heading: words.search.time, facets: months, ...month },
    { heading: words.search.fields.category, facets: categories, ...filed('category') },
    { heading: words.search.fields.source, facets: sources, ...filed('source') },
  ]
  const useful = groups.filter(({ facets, chosen }) => facets.length > 1 || chosen !== null)
  if (useful.length === 0) return null
  return (
    <aside className="filters" aria-label={words.search.narrow}>
      {useful.map(({ heading, facets, chosen, to }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            <li>
              <a href={to(null)} aria-current={chosen === null ? 'true' : undefined}>
                {words.search.all}
              </a>
            </li>
            {facets.map(({ name, count }) => (
              <li key={name}>
                <a href={to(name)} aria-current={isChosen(name, { facets, chosen }) ? 'true' : undefined}>
                  {name}
                  <span>{isMore ? `${count}+` : count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  )
}

/** What is asked for in another way, a category by its slug, leaves one. */
function isChosen(
  name: string,
  { facets, chosen }: { facets: SearchResult['categories']; chosen: string | null },
): boolean {
  return name === chosen || (chosen !== null && facets.length === 1)
}

type Bounds = Pick<Query, 'from' | 'before'>
const noBounds: Bounds = { from: null, before: null }

/** `2026-11` as the days it lies between. */
function monthBounds(name: string): Bounds {
  const [year = 0, month = 0] = name.split('-').map(Number)
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  return { from: { year, month, day: 1 }, before: { ...next, day: 1 } }
}

function isJust(query: Query, { from, before }: Bounds): boolean {
  return isSameDay(query.from, from) && isSameDay(query.before, before)
}

function isSameDay(one: Query['from'], other: Query['from']): boolean {
  return one !== null && other !== null && dayPath(one) === dayPath(other)
}

import { SearchForm } from '@/components/masthead/search-form'
import type { ReaderWords } from '@/messages/words'
import { isBlank } from '@/newsroom/search/read-query'
import type { SearchResult } from '@/newsroom/search/search-result'
import { type SearchPlace, writeSearchPlace } from '@/newsroom/search/search-place'
import { writeQuery } from '@/newsroom/search/write-query'
import type { Site } from '@/newsroom/site'
import { lastMoment } from './last-moment'
import { SearchHit } from './search-hit'
import { SearchFilters } from './search-filters'
import { SearchOrder } from './search-order'
import { Turn } from './turn'

type Props = SearchResult & { typed: string; place: SearchPlace; site: Site; words: ReaderWords; now: Date }

/** What a reader looked for: the question again, what narrows it, and what was found. */
export function SearchPage({ typed, place, site, words, now, ...found }: Props) {
  const { query, hits, count, isMore, next } = found
  const isFirst = place.after === null
  const path = `/search?q=${encodeURIComponent(typed)}`
  const order = writeSearchPlace({ by: place.by, after: null })
  return (
    <main id="main" className="wrap page search">
      <header>
        <h1 className="sr-only">{words.search.name}</h1>
        <SearchForm typed={typed} words={words} isLarge />
        <p className="said" role="status">
          {isBlank(query) ? (
            <span>{words.search.how}</span>
          ) : (
            <>
              <span>{words.search.found(`${count}${isMore ? '+' : ''}`, writeQuery(query, words.search.fields))}</span>
              <SearchOrder {...found} path={path} words={words} />
            </>
          )}
          {query.unread.length > 0 ? <span>{words.search.unread(query.unread.join('  '))}</span> : null}
        </p>
      </header>
      {isBlank(query) ? null : (
        <div className="searching">
          <SearchFilters {...found} words={words} order={order} />
          <section aria-labelledby="hits">
            <h2 id="hits" className="sr-only">
              {words.search.hits}
            </h2>
            {hits.length > 0 ? (
              <ol className="hits">
                {hits.map((hit) => (
                  <SearchHit key={hit.article.id} {...hit} site={site} words={words} now={now} />
                ))}
              </ol>
            ) : (
              <p className="nothing">{words.search.nothing}</p>
            )}
            {isFirst && next === null ? null : (
              <Turn
                words={found.ranked === null ? words : { ...words, ...words.search.turn }}
                newestPath={isFirst ? null : path + order}
                olderPath={next === null ? null : path + writeSearchPlace(next)}
                olderThan={lastMoment(hits.at(-1)?.article, site)}
              />
            )}
          </section>
        </div>
      )}
    </main>
  )
}

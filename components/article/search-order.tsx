import type { ReaderWords } from '@/messages/words'
import type { SearchResult } from '@/newsroom/search/search-result'

/** In which order stands what was found, the way to the other one, and how much was put in order where that is not all. */
export function SearchOrder({
  query,
  hits,
  count,
  isMore,
  ranked,
  path,
  words,
}: Pick<SearchResult, 'query' | 'hits' | 'count' | 'isMore' | 'ranked'> & { path: string; words: ReaderWords }) {
  const { byTime, byRelevance, exact, rankedOf } = words.search
  if (query.terms.length === 0 || (hits.length < 2 && ranked === null)) return <span>{words.search.order}</span>
  const isPart = ranked !== null && hits.length > 0 && (isMore || ranked < count)
  return (
    <>
      <span>{exact}</span>
      <span className="order">
        <a href={path} aria-current={ranked === null ? 'true' : undefined}>
          {byTime}
        </a>
        <a href={`${path}&by=relevance`} aria-current={ranked === null ? undefined : 'true'}>
          {byRelevance}
        </a>
      </span>
      {isPart ? <span>{rankedOf(ranked)}</span> : null}
    </>
  )
}

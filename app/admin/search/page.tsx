import { SearchHits } from '@/components/desk/search-hits'
import { SearchBar } from '@/components/desk/search-bar'
import { env } from '@/env'
import { workTime } from '@/newsroom/moment'
import { deskVocabulary } from '@/newsroom/search/fields'
import { isBlank, readQueryIn } from '@/newsroom/search/read-query'
import { DeskPage } from '../desk-page'
import { newsroom } from '../newsroom'
import { findHits } from './find-hits'
import { readPlace, searchAddress, type SearchParams } from './read-place'
import { firstPlace } from '@/store/desk-search'

/** What the desk has, found by what it says: drafts and older versions as well, as far as one may see them. */
export default function Search({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <DeskPage current="search" deed="read-desk">
      {async (staff) => {
        const { db, words, language } = await newsroom()
        const { typed, place, isFirst } = readPlace(await searchParams)
        const query = readQueryIn(deskVocabulary, typed)
        const { hits, times, next } = isBlank(query)
          ? { hits: [], times: [], next: null }
          : await findHits(db, query, { staff, place })
        const now = new Date()
        return (
          <>
            <SearchBar words={words} typed={typed} query={query} />
            <SearchHits
              words={words}
              isAsked={!isBlank(query)}
              hits={hits.map((hit, at) => ({
                ...hit,
                time: workTime(times[at] ?? now, { now, zone: env.zone, language }),
              }))}
              firstPath={isFirst ? null : searchAddress(typed, firstPlace)}
              nextPath={next && searchAddress(typed, next)}
            />
          </>
        )
      }}
    </DeskPage>
  )
}

import { typedQuery } from '@/newsroom/search/typed-query'
import type { Metadata } from 'next'
import { cache } from 'react'
import { SearchPage } from '@/components/article/search-page'
import { readSearchPlace } from '@/newsroom/search/search-place'
import { readSearch } from '@/portal/read-search'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'
import { alternatesOf } from '../share-card'

type Asked = 'q' | 'by' | 'after'
type Props = { searchParams: Promise<Partial<Record<Asked, string | string[]>>> }

const read = cache(readSearch)

async function asked({ searchParams }: Props) {
  const { q = '', by = '', after = '' } = await searchParams
  return { typed: typedQuery(String(q)), place: readSearchPlace({ by: String(by), after: String(after) }) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { site, words } = await newspaper()
  const { typed } = await asked(props)
  // A list of what is elsewhere: machines follow it and keep what it leads to.
  return {
    title: `${typed || words.search.name} - ${site.name}`,
    robots: { index: false, follow: true },
    alternates: {
      types: alternatesOf(site, {
        list: typed ? { path: '/search', name: words.searchFeed(typed) } : null,
        query: `?q=${encodeURIComponent(typed)}`,
      }),
    },
  }
}

export default async function Search(props: Props) {
  const { site, words, now } = await newspaper()
  const { typed, place } = await asked(props)
  const page = await read(typed, place)
  return (
    <ReaderPage current="search" path={`/search${typed ? `?q=${encodeURIComponent(typed)}` : ''}`}>
      <SearchPage {...page} typed={typed} place={place} site={site} words={words} now={now} />
    </ReaderPage>
  )
}

import type { Metadata } from 'next'
import { cache } from 'react'
import { SearchPage } from '@/components/article/search-page'
import { readSearch } from '@/portal/read-search'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'
import { alternatesOf } from '../share-card'
import { typedIn } from './typed-in'

type Props = { searchParams: Promise<{ q?: string | string[]; after?: string | string[] }> }

const read = cache(readSearch)

async function asked({ searchParams }: Props) {
  const { q = '', after = '' } = await searchParams
  return { typed: typedIn(String(q)), after: /^[1-9]\d{0,9}$/.test(String(after)) ? Number(after) : null }
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
  const { typed, after } = await asked(props)
  const page = await read(typed, after)
  return (
    <ReaderPage current="search" path={`/search${typed ? `?q=${encodeURIComponent(typed)}` : ''}`}>
      <SearchPage {...page} typed={typed} isFirst={after === null} site={site} words={words} now={now} />
    </ReaderPage>
  )
}

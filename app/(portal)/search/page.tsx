import type { Metadata } from 'next'
import { cache } from 'react'
import { SearchPage } from '@/components/article/search-page'
import { longestQuery } from '@/newsroom/search/read-query'
import { readSearch } from '@/portal/read-search'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'

type Props = { searchParams: Promise<{ q?: string | string[]; after?: string | string[] }> }

const read = cache(readSearch)

async function asked({ searchParams }: Props) {
  const { q = '', after = '' } = await searchParams
  // One more than is read shows that there was more.
  const typed = String(q)
    .trim()
    .slice(0, longestQuery + 1)
  return { typed, after: /^[1-9]\d{0,9}$/.test(String(after)) ? Number(after) : null }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { site, words } = await newspaper()
  const { typed } = await asked(props)
  // A list of what is elsewhere: machines follow it and keep what it leads to.
  return { title: `${typed || words.search.name} - ${site.name}`, robots: { index: false, follow: true } }
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

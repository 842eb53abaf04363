import type { Metadata } from 'next'
import { CategoriesPage } from '@/components/article/categories-page'
import { filterCategories } from '@/newsroom/filter-categories'
import { foldTyped } from '@/newsroom/fold-typed'
import { groupByInitial } from '@/newsroom/group-by-initial'
import { readCategories } from '@/portal/read-category'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'
import { shareCard } from '../share-card'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

async function typedIn({ searchParams }: Props): Promise<string> {
  const { q = '' } = await searchParams
  return foldTyped(String(q))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { site, words } = await newspaper()
  const card = shareCard(site, { path: '/categories', title: words.allCategories, description: site.description })
  // A part of a list that is one page.
  return (await typedIn(props)) ? { ...card, robots: { index: false, follow: true } } : card
}

export default async function Categories(props: Props) {
  const { words } = await newspaper()
  const typed = await typedIn(props)
  const all = await readCategories()
  return (
    <ReaderPage current="categories" path={`/categories${typed ? `?q=${encodeURIComponent(typed)}` : ''}`}>
      <CategoriesPage
        groups={groupByInitial(filterCategories(all, typed))}
        total={all.length}
        typed={typed}
        words={words}
      />
    </ReaderPage>
  )
}

import type { Metadata } from 'next'
import { CategoriesPage } from '@/components/article/categories-page'
import { groupByInitial } from '@/newsroom/group-by-initial'
import { readCategories } from '@/portal/read-category'
import { newspaper } from '../newspaper'
import { ReaderPage } from '../reader-page'
import { shareCard } from '../share-card'

export async function generateMetadata(): Promise<Metadata> {
  const { site, words } = await newspaper()
  return shareCard(site, { path: '/categories', title: words.allCategories, description: site.description })
}

export default async function Categories() {
  const { words } = await newspaper()
  return (
    <ReaderPage current="categories" path="/categories">
      <CategoriesPage groups={groupByInitial(await readCategories())} words={words} />
    </ReaderPage>
  )
}
